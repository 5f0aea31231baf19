package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Outcome;
import dev.stageproof.observe.PythonName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of one module or name, however it was seen. */
interface Finding {

  /** PASS when it is there, FAIL when it is not, INCONCLUSIVE when that can't be told. */
  Outcome presence();

  /** True when just this is not there, and not something that it needs. */
  boolean gone();

  /** "class a.b.C in a/b.py", or what is wrong. */
  String shown();

  /** An existing name that looks like the missing one. */
  Optional<String> nearest();

  /** What would tell whether it is there; empty when that is known. */
  Optional<String> settle();

  Fact<String> qualifiedName();

  Fact<String> file();

  /** All the kinds that it is of; none for what is neither a class nor can be called. */
  Fact<Set<ObjectKind>> kinds();

  /** The names of an enumeration's members. */
  Fact<Members> members();

  /** Whether the other one is the very same; the other was asked for beside this one. */
  Fact<Sameness> sameAs(PythonName other);

  Warnings warnings();

  default boolean there() {
    return presence() == Outcome.PASS;
  }

  /**
   * Members of an enumeration.
   *
   * @param complete false when there may be more
   */
  record Members(List<String> names, boolean complete) {}

  /**
   * How two compare.
   *
   * @param shown the other one
   */
  record Sameness(boolean same, String shown) {}

  /**
   * DeprecationWarnings.
   *
   * @param sure messages that come
   * @param unsure messages that may come, in words
   * @param gap why there may be further ones; empty when there are none
   */
  record Warnings(List<String> sure, List<String> unsure, Optional<String> gap) {}
}
