package dev.stageproof.probes.pythonsource;

import java.util.List;
import java.util.Optional;

/** One way in which a name comes to a module. */
public sealed interface Binding {

  /** Where it is written, from 1. */
  int line();

  /**
   * A class.
   *
   * @param bases as written, dotted names only: "enum.Enum"
   * @param members names that its body assigns, in order
   * @param complete false when its body binds some names under a condition
   */
  record OfClass(int line, List<String> bases, List<String> members, boolean complete)
      implements Binding {}

  /** A function, async or not. */
  record OfFunction(int line) implements Binding {}

  /**
   * Any other value.
   *
   * @param value the right side, when it is a name or a dotted name: "manager.Manager"
   */
  record OfValue(int line, Optional<String> value) implements Binding {}

  /**
   * An import.
   *
   * @param module with a leading dot for each level, as written
   * @param name what of the module; empty for the module itself
   */
  record OfImport(int line, String module, Optional<String> name) implements Binding {}
}
