package dev.stageproof.observe;

import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for classes in jars and folders of this machine; reads class files, loads and runs nothing.
 * Requests for the same places merge.
 *
 * @param places jars and folders, absolute; a folder is read as a root of class files
 */
public record ClassFilesRequest(List<String> places, ClassQuestions questions)
    implements Request<ClassFilesObservation> {

  public ClassFilesRequest {
    places = List.copyOf(places);
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

  /** Before anything was seen: nested jars, which {@code javap} passes over, are not known. */
  @Override
  public List<String> reproduce() {
    String path = String.join(":", places);
    return questions.classNames().stream()
        .map(name -> Shell.command(List.of("javap", "-p", "-cp", path, name)))
        .toList();
  }

  @Override
  public List<String> reproduce(ClassFilesObservation seen) {
    return questions.classNames().stream().flatMap(name -> commands(seen, name)).toList();
  }

  private static Stream<String> commands(ClassFilesObservation seen, String name) {
    List<Found> found = seen.of(name);
    return found.isEmpty()
        ? Stream.of(JarCommands.search(seen.places(), name))
        : found.stream().map(hit -> JarCommands.show(hit.spot(), name)).distinct();
  }

  @Override
  public Optional<Request<ClassFilesObservation>> mergedWith(Request<?> other) {
    if (!(other instanceof ClassFilesRequest look) || !look.places.equals(places)) {
      return Optional.empty();
    }
    return questions.with(look.questions).map(both -> new ClassFilesRequest(places, both));
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
