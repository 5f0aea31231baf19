package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the source in an image says about modules and names. Nothing was executed.
 *
 * @param asked digest of what was asked for, which may be an index
 * @param digest digest of the manifest that was read
 * @param python the interpreter in the image; empty when none was found
 * @param path where modules were looked for, in the order of {@code sys.path}
 * @param notFollowed what may add to the path and was not followed, one sentence each
 * @param sought one for each asked name, in the order of asking
 */
public record ImagePythonObservation(
    String asked,
    String digest,
    Optional<String> python,
    List<Place> path,
    List<String> notFollowed,
    List<Sought> sought)
    implements Observation {

  /**
   * An entry of the path.
   *
   * @param from why it is on the path: "PYTHONPATH", "working directory"
   * @param there false when the image has no such folder
   */
  public record Place(String folder, String from, boolean there) {}

  /** Whether something is there. */
  public enum Presence {
    /** It is written in the image's source. */
    PRESENT,
    /** It is not there, and nothing is that could provide it. */
    ABSENT,
    /** Something is there that would fail. */
    BROKEN,
    /** It can't be told without running it. */
    UNKNOWN
  }

  /** What something is. */
  public enum Kind {
    MODULE,
    PACKAGE,
    /** A package without {@code __init__}. */
    NAMESPACE,
    /** A module in machine code; its names are not known. */
    EXTENSION,
    /** A module in byte code alone; its names are not known. */
    BYTECODE,
    /** A module of the interpreter itself. */
    BUILT_IN,
    CLASS,
    FUNCTION,
    /** Anything that is assigned. */
    VALUE
  }

  /**
   * A line of a file.
   *
   * @param line from 1
   */
  public record Spot(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /**
   * What was found for one name.
   *
   * @param why in words, unless it is PRESENT and defined
   * @param definition where it is defined; empty when that is not known
   * @param through the lines that hand it on, from the module that was asked for
   * @param warnings what is written to be emitted when it is imported
   * @param nearest an existing name that looks like the missing one
   */
  public record Sought(
      PythonName asked,
      Presence presence,
      String why,
      Optional<Definition> definition,
      List<Spot> through,
      List<Warned> warnings,
      Optional<String> nearest) {

    /** The files that show it. */
    List<String> files() {
      return Stream.of(
              definition.map(one -> one.spot().file()).filter(file -> !file.isEmpty()).stream(),
              through.stream().map(Spot::file),
              warnings.stream().map(one -> one.spot().file()))
          .flatMap(files -> files)
          .distinct()
          .toList();
    }
  }

  /**
   * Where something is defined.
   *
   * @param module the module that defines it, or itself for a module
   * @param name its name there; empty for a module
   * @param spot file and line; the folder of a namespace package, an empty file for a built-in one
   * @param layer digest of the layer that brought the file; empty when no layer did
   * @param bases of a class, as written
   * @param enumeration true when the class is an {@code Enum}, by its bases
   * @param members what the body of an enumeration assigns, in order
   * @param complete false when some members stand under a condition
   */
  public record Definition(
      Kind kind,
      String module,
      Optional<String> name,
      Spot spot,
      String layer,
      List<String> bases,
      boolean enumeration,
      List<String> members,
      boolean complete) {

    /** A module, or a value or function without more to tell. */
    public static Definition plain(
        Kind kind, String module, Optional<String> name, Spot spot, String layer) {
      return new Definition(kind, module, name, spot, layer, List.of(), false, List.of(), true);
    }

    public String dotted() {
      return new PythonName(module, name).dotted();
    }
  }

  /**
   * A warning in the source.
   *
   * @param message empty when it is put together at run time
   * @param category the class as written
   * @param certain false under a condition
   */
  public record Warned(Optional<String> message, String category, Spot spot, boolean certain) {}

  /** What was found for a name that was asked for. */
  public Sought of(PythonName name) {
    return sought.stream().filter(one -> one.asked().equals(name)).findFirst().orElseThrow();
  }
}
