package dev.stageproof.observe;

import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.List;

/**
 * Looks whether a file can be read, or where a program would be found; opens and runs nothing.
 *
 * @param name a path, or a program as a shell would be given it
 * @param directory the folder that a relative name is meant from, absolute
 */
public record PresenceRequest(Kind kindOfFile, String name, String directory)
    implements Request<PresenceObservation> {

  /** What is looked for. */
  public enum Kind {
    /** A file or folder that can be read. */
    FILE,
    /** A file that can be run, looked up in {@code PATH} unless the name has a slash. */
    PROGRAM
  }

  static PresenceRequest file(String path) {
    return new PresenceRequest(Kind.FILE, path, "/");
  }

  static PresenceRequest program(String name, String directory) {
    return new PresenceRequest(Kind.PROGRAM, name, directory);
  }

  @Override
  public String kind() {
    return "presence";
  }

  @Override
  public String subject() {
    return (kindOfFile == Kind.PROGRAM ? "program " : "file ") + name;
  }

  @Override
  public Class<PresenceObservation> observationType() {
    return PresenceObservation.class;
  }

  @Override
  public List<String> reproduce() {
    return List.of(
        Shell.command(
            kindOfFile == Kind.PROGRAM
                ? List.of("command", "-v", name)
                : List.of("ls", "-ld", name)));
  }

  @Override
  public String whom() {
    return "this machine";
  }

  @Override
  public List<Diagnosis> diagnose(PresenceObservation seen) {
    return List.of(Diagnosis.ok(seen.path()));
  }
}
