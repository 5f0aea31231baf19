package dev.stageproof.observe;

import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks in an image for what its Python would import; reads source, runs nothing. Requests for the
 * same image and path merge.
 *
 * @param path folders before all others on the search path, as seen from the image's working
 *     directory
 * @param names modules and names in modules; distinct
 */
public record ImagePythonRequest(ImageSource image, List<String> path, List<PythonName> names)
    implements Request<ImagePythonObservation> {

  public ImagePythonRequest {
    path = List.copyOf(path);
    names = List.copyOf(names);
  }

  @Override
  public String kind() {
    return "image-python";
  }

  @Override
  public String subject() {
    return "Python modules in the " + image.words();
  }

  @Override
  public Class<ImagePythonObservation> observationType() {
    return ImagePythonObservation.class;
  }

  /** Lists the files whose names say that they are the modules. */
  @Override
  public List<String> reproduce() {
    return image.reproduce(listing(names.stream()));
  }

  /** Prints the files that were found, and lists what there is of those that were not. */
  @Override
  public List<String> reproduce(ImagePythonObservation seen) {
    ImageSource exact =
        image instanceof ImageSource.Registry named
            ? new ImageSource.Registry(named.image().at(seen.asked()))
            : image;
    List<String> files =
        seen.sought().stream().flatMap(one -> one.files().stream()).distinct().sorted().toList();
    String print =
        "tar -xOf - "
            + files.stream().map(ImagePythonRequest::member).collect(Collectors.joining(" "));
    Stream<PythonName> missing =
        seen.sought().stream()
            .filter(one -> one.files().isEmpty())
            .map(ImagePythonObservation.Sought::asked);
    List<PythonName> rest = missing.toList();
    return Stream.concat(
            files.isEmpty() ? Stream.of() : exact.reproduce(print).stream(),
            rest.isEmpty() ? Stream.of() : exact.reproduce(listing(rest.stream())).stream())
        .distinct()
        .toList();
  }

  private static String member(String file) {
    return Shell.word(file.substring(1));
  }

  private static String listing(Stream<PythonName> names) {
    String paths =
        names
            .map(name -> name.module().replace('.', '/'))
            .distinct()
            .collect(Collectors.joining("|"));
    return "tar -tf - | grep -E " + Shell.word("(^|/)(" + paths + ")(/|[.]|$)");
  }

  @Override
  public Optional<Permission> permission() {
    return image.permission();
  }

  @Override
  public Optional<String> cost() {
    return image.cost();
  }

  @Override
  public String whom() {
    return image.whom();
  }

  @Override
  public List<Request<?>> trials() {
    return image.trials();
  }

  @Override
  public Optional<Request<ImagePythonObservation>> mergedWith(Request<?> other) {
    if (!(other instanceof ImagePythonRequest look)
        || !look.image.equals(image)
        || !look.path.equals(path)) {
      return Optional.empty();
    }
    return Optional.of(
        new ImagePythonRequest(
            image, path, Stream.concat(names.stream(), look.names.stream()).distinct().toList()));
  }
}
