package dev.stageproof.observe;

import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for classes in jars and folders; reads class files, loads and runs nothing. Requests for
 * the same places merge.
 *
 * @param places jars and folders, absolute; a folder is read as a root of class files
 * @param classNames binary names with dots: {@code com.acme.Outer$Inner}; distinct
 */
public record ClassFilesRequest(List<String> places, List<String> classNames)
    implements Request<ClassFilesObservation> {

  public ClassFilesRequest {
    places = List.copyOf(places);
    classNames = List.copyOf(classNames);
  }

  @Override
  public String kind() {
    return "class-files";
  }

  @Override
  public String subject() {
    return "classes in " + String.join(", ", places);
  }

  @Override
  public Class<ClassFilesObservation> observationType() {
    return ClassFilesObservation.class;
  }

  @Override
  public List<String> reproduce() {
    String path = String.join(":", places);
    return classNames.stream()
        .map(name -> Shell.command(List.of("javap", "-p", "-cp", path, name)))
        .toList();
  }

  @Override
  public Optional<Request<ClassFilesObservation>> mergedWith(Request<?> other) {
    if (!(other instanceof ClassFilesRequest look) || !look.places.equals(places)) {
      return Optional.empty();
    }
    return Optional.of(
        new ClassFilesRequest(
            places,
            Stream.concat(classNames.stream(), look.classNames.stream()).distinct().toList()));
  }

  @Override
  public String whom() {
    return "this machine";
  }

  /** Are the places there? */
  @Override
  public List<Request<?>> trials() {
    return places.stream().<Request<?>>map(PresenceRequest::file).toList();
  }
}
