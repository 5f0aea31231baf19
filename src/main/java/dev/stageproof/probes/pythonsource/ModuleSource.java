package dev.stageproof.probes.pythonsource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one source file says about the module that it makes.
 *
 * @param names what it binds, in the order of the first mention
 * @param stars its {@code from … import *}, in order
 * @param exports its {@code __all__}; empty when it has none
 * @param warnings warnings that it emits when it is loaded or asked for a name
 * @param served names that its {@code __getattr__} answers, as far as that can be read
 * @param open what may bind names that are written nowhere: {@code globals()}; with lines
 * @param declared names that its functions bind when they are called, by {@code global}
 * @param raises where it ends with an exception whenever it is loaded
 */
public record ModuleSource(
    Map<String, Bound> names,
    List<Star> stars,
    Optional<Exports> exports,
    List<Warning> warnings,
    List<Served> served,
    List<Open> open,
    Set<String> declared,
    Optional<Open> raises) {

  /** The largest source that is read; real ones are far smaller. */
  public static final int MOST_BYTES = 4 << 20;

  /**
   * How a name is bound.
   *
   * @param ways all the ways that may hold in the end, at most a few; the last written last
   * @param certain false when it may not be bound at all: it stands under a condition
   */
  public record Bound(List<Binding> ways, boolean certain) {}

  /**
   * A {@code from module import *}.
   *
   * @param module with a leading dot for each level, as written
   * @param certain false under a condition
   */
  public record Star(String module, int line, boolean certain) {}

  /**
   * An {@code __all__}.
   *
   * @param complete false when it holds more than what can be read
   */
  public record Exports(List<String> names, boolean complete) {}

  /**
   * A call of {@code warnings.warn}.
   *
   * @param message empty when it is put together at run time
   * @param category the class as written; "UserWarning" when none is
   * @param certain false under a condition
   * @param names the names for which a {@code __getattr__} emits it; empty for the module itself
   */
  public record Warning(
      Optional<String> message, String category, int line, boolean certain, List<String> names) {}

  /**
   * A name that {@code __getattr__} compares with and returns something for.
   *
   * @param value what it returns, when that is a name or a dotted name
   */
  public record Served(String name, Optional<String> value, int line) {}

  /** A piece of code to point at: "globals()" in line 7. */
  public record Open(String what, int line) {}

  /**
   * Reads a source file.
   *
   * @throws UnreadableSource when Python would refuse it, or it is too large
   */
  public static ModuleSource read(byte[] bytes) throws UnreadableSource {
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableSource("it is larger than " + (MOST_BYTES >> 20) + " MiB");
    }
    Facts facts = new Facts();
    Lines lines = new Lines(new Lexer(SourceText.of(bytes)));
    Effects effects = new SuiteReader(lines, facts).module();
    return facts.about(effects);
  }
}
