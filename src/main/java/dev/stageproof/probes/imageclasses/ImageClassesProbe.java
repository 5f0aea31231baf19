package dev.stageproof.probes.imageclasses;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassQuestions;
import dev.stageproof.observe.ImageClassesObservation;
import dev.stageproof.observe.ImageClassesObservation.JavaRelease;
import dev.stageproof.observe.ImageClassesObservation.Start;
import dev.stageproof.observe.ImageClassesRequest;
import dev.stageproof.probes.classfiles.ClassPathSearch;
import dev.stageproof.probes.classfiles.ClassPathSearch.Element;
import dev.stageproof.probes.image.ImageFiles;
import dev.stageproof.probes.image.Images;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds classes in images. */
public final class ImageClassesProbe
    implements Probe<ImageClassesRequest, ImageClassesObservation> {

  private final Images images;

  /** Keeps layers where the environment says. */
  public ImageClassesProbe() {
    this(new Images());
  }

  /** Closes the images with itself. */
  public ImageClassesProbe(Images images) {
    this.images = images;
  }

  @Override
  public Class<ImageClassesRequest> requestType() {
    return ImageClassesRequest.class;
  }

  @Override
  public ImageClassesObservation observe(ImageClassesRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    try (ImageFiles image = images.open(request.image(), context)) {
      ImageStart start = new ImageStart(image);
      return request.classPath().isEmpty()
          ? told(request, context, image, start)
          : named(request, context, image, start);
    } catch (IOException e) {
      throw new UnobservedException(
          Gap.of(
              GapReason.MALFORMED,
              "the " + request.image().words() + " can't be read: " + e.getMessage(),
              "Name the class path in `class-path`."),
          e);
    }
  }

  private static ImageClassesObservation told(
      ImageClassesRequest request, ProbeContext context, ImageFiles image, ImageStart start)
      throws UnobservedException, InterruptedException, IOException {
    Launch launch = start.launch();
    List<Element> path =
        launch.classPath().stream().map(element -> new Element(element, false)).toList();
    Start told = new Start(launch.command(), start.byArguments(launch));
    Optional<JavaRelease> java = java(request, start, launch.java());
    return new ImageClassesObservation(
        image.asked(),
        image.digest(),
        Optional.of(told),
        java,
        search(request, context, image, java, path));
  }

  private static ImageClassesObservation named(
      ImageClassesRequest request, ProbeContext context, ImageFiles image, ImageStart start)
      throws UnobservedException, InterruptedException, IOException {
    List<Element> path =
        request.classPath().stream().map(element -> new Element(element, true)).toList();
    Optional<JavaRelease> java = java(request, start, "java");
    return new ImageClassesObservation(
        image.asked(),
        image.digest(),
        Optional.empty(),
        java,
        search(request, context, image, java, path));
  }

  private static Optional<JavaRelease> java(
      ImageClassesRequest request, ImageStart start, String program) throws IOException {
    Optional<Integer> asked = request.questions().javaRelease();
    return asked.isPresent()
        ? asked.map(number -> new JavaRelease(number, "`java-release`"))
        : start.java(program);
  }

  private static ClassFilesObservation search(
      ImageClassesRequest request,
      ProbeContext context,
      ImageFiles image,
      Optional<JavaRelease> java,
      List<Element> path)
      throws UnobservedException, InterruptedException {
    ClassQuestions questions =
        new ClassQuestions(request.questions().classNames(), java.map(JavaRelease::number));
    return new ClassPathSearch(new ImagePathFiles(image), questions, context).search(path);
  }

  @Override
  public void close() {
    images.close();
  }
}
