package dev.stageproof.observe;

import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for classes in the file system of a container image; reads class files, loads and runs
 * nothing. Requests for the same class path of the same image merge.
 *
 * @param classPath absolute paths within the image; empty for the class path that the image starts
 *     its program with
 */
public record ImageClassesRequest(
    ImageSource image, List<String> classPath, ClassQuestions questions)
    implements Request<ImageClassesObservation> {

  public ImageClassesRequest {
    classPath = List.copyOf(classPath);
  }

  @Override
  public String kind() {
    return "image-classes";
  }

  @Override
  public String subject() {
    String path = classPath.isEmpty() ? "its class path" : String.join(", ", classPath);
    return "classes in " + path + " of " + image.words();
  }

  @Override
  public Class<ImageClassesObservation> observationType() {
    return ImageClassesObservation.class;
  }

  /** Before anything was seen: where the jars are in the image. */
  @Override
  public List<String> reproduce() {
    return image.reproduce("tar -tvf - | grep -E '[.]([jw]ar|class)$'");
  }

  /** Unpacks from the image what holds the class, and prints it. */
  @Override
  public List<String> reproduce(ImageClassesObservation seen) {
    return questions.classNames().stream()
        .flatMap(name -> readers(seen.classes(), name))
        .flatMap(reader -> image.reproduce(reader).stream())
        .distinct()
        .toList();
  }

  private static Stream<String> readers(ClassFilesObservation seen, String name) {
    List<Found> found = seen.of(name);
    return found.isEmpty()
        ? Stream.of(JarCommands.searchTar(seen.places(), name))
        : found.stream().map(hit -> JarCommands.showOfTar(hit.spot(), name)).distinct();
  }

  @Override
  public Optional<Permission> permission() {
    return image.permission();
  }

  @Override
  public String whom() {
    return image.whom();
  }

  @Override
  public Optional<String> cost() {
    return image.cost();
  }

  /** Reading an image may load much of it; whether it can be had shows sooner. */
  @Override
  public List<Request<?>> trials() {
    if (image instanceof ImageSource.Registry known) {
      return List.of(new ImageManifestRequest(known.image()));
    }
    return List.of(
        PresenceRequest.file(
            image instanceof ImageSource.Layout layout
                ? layout.folder()
                : ((ImageSource.Archive) image).file()));
  }

  @Override
  public Optional<Request<ImageClassesObservation>> mergedWith(Request<?> other) {
    boolean same =
        other instanceof ImageClassesRequest look
            && look.image.equals(image)
            && look.classPath.equals(classPath);
    return same
        ? questions
            .with(((ImageClassesRequest) other).questions)
            .map(both -> new ImageClassesRequest(image, classPath, both))
        : Optional.empty();
  }
}
