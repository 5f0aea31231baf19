package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.pythonimport.Finding.Warnings;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Wanted;
import dev.stageproof.model.Assertion;
import dev.stageproof.observe.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Holds one import against what is expected of it. */
record WantedAssertions(Wanted wanted, Finding found, Words words) {

  /** The import itself first, then one for each further expectation. */
  List<Assertion> list() {
    List<Assertion> list = new ArrayList<>();
    list.add(imports());
    wanted.qualifiedName().map(this::qualifiedName).ifPresent(list::add);
    wanted.file().map(this::file).ifPresent(list::add);
    wanted.sameAs().map(this::sameAs).ifPresent(list::add);
    wanted.kind().map(this::kind).ifPresent(list::add);
    if (!wanted.members().isEmpty()) {
      list.add(members());
    }
    wanted.deprecated().map(this::deprecated).ifPresent(list::add);
    wanted.notDeprecated().map(this::notDeprecated).ifPresent(list::add);
    return list;
  }

  private Assertion imports() {
    Optional<String> near = found.nearest().map(name -> "Nearest existing name: " + name + ".");
    return new Assertion(
        wanted.statement(), words.there(), found.shown(), found.presence(), near.or(found::settle));
  }

  private Assertion qualifiedName(String expected) {
    String what = "real name of " + subject();
    return compared(
        what,
        expected,
        found.qualifiedName(),
        (all, name) -> Assertion.of(what, all, name, name.equals(all)));
  }

  private Assertion file(String expected) {
    String what = "file of " + subject();
    String text = expected.contains("*") ? expected : "…/" + expected;
    return compared(
        what,
        text,
        found.file(),
        (all, path) -> Assertion.of(what, all, path, new FilePattern(expected).matches(path)));
  }

  private Assertion sameAs(OtherName other) {
    String what = "identity of " + subject();
    return compared(
        what,
        words.same() + other,
        found.sameAs(other.python()),
        (all, compared) -> {
          String actual = (compared.same() ? "the same: " : "another: ") + compared.shown();
          return Assertion.of(what, all, actual, compared.same());
        });
  }

  private Assertion kind(ObjectKind expected) {
    String what = "kind of " + subject();
    return compared(
        what,
        expected.words(),
        found.kinds(),
        (all, kinds) -> Assertion.of(what, all, shown(kinds), kinds.contains(expected)));
  }

  private static String shown(Set<ObjectKind> kinds) {
    return kinds.isEmpty()
        ? "nothing that can be called"
        : kinds.stream().sorted().map(ObjectKind::words).collect(Collectors.joining(", "));
  }

  private Assertion members() {
    String what = "members of " + subject();
    return compared(
        what,
        String.join(", ", wanted.members()),
        found.members(),
        (all, members) -> {
          List<String> lacking =
              wanted.members().stream().filter(name -> !members.names().contains(name)).toList();
          String has = members.names().isEmpty() ? "none" : String.join(", ", members.names());
          if (lacking.isEmpty()) {
            return Assertion.of(what, all, has, true);
          }
          String actual = has + "; lacks " + String.join(", ", lacking);
          return members.complete()
              ? Assertion.of(what, all, actual, false)
              : Assertion.unsettled(
                  what, all, actual + ", or has them under a condition", ReadFinding.IMPORT_IT);
        });
  }

  private Assertion deprecated(Regex expected) {
    String what = "deprecation of " + subject();
    String text = words.warning() + " that matches " + expected;
    if (!found.there()) {
      return unseen(what, text);
    }
    Warnings warnings = found.warnings();
    Optional<String> match = warnings.sure().stream().filter(expected::foundIn).findFirst();
    String none = shown(warnings);
    boolean open = !warnings.unsure().isEmpty() || warnings.sure().isEmpty();
    return match.isEmpty() && warnings.gap().isPresent() && open
        ? Assertion.unsettled(what, text, none + "; " + warnings.gap().get(), ReadFinding.IMPORT_IT)
        : Assertion.of(what, text, match.orElse(none), match.isPresent());
  }

  private Assertion notDeprecated(NoWarning forbidden) {
    String what = "no deprecation of " + subject();
    String text = forbidden.words();
    if (!found.there()) {
      return unseen(what, text);
    }
    Warnings warnings = found.warnings();
    Optional<String> match = warnings.sure().stream().filter(forbidden::forbids).findFirst();
    return match.isEmpty() && warnings.gap().isPresent()
        ? Assertion.unsettled(
            what, text, shown(warnings) + "; " + warnings.gap().get(), ReadFinding.IMPORT_IT)
        : Assertion.of(what, text, match.orElse(shown(warnings)), match.isEmpty());
  }

  private static String shown(Warnings warnings) {
    List<String> all = new ArrayList<>(warnings.sure());
    all.addAll(warnings.unsure());
    return all.isEmpty() ? "no DeprecationWarning" : String.join("; ", all);
  }

  private <T> Assertion compared(
      String what, String expected, Fact<T> fact, BiFunction<String, T, Assertion> comparison) {
    if (!found.there()) {
      return unseen(what, expected);
    }
    if (fact instanceof Fact.Unknown<T> unknown) {
      return Assertion.unsettled(what, expected, unknown.why(), unknown.settle());
    }
    return comparison.apply(expected, ((Fact.Known<T>) fact).value());
  }

  private Assertion unseen(String what, String expected) {
    return Assertion.unsettled(what, expected, words.unseen(), words.remedy());
  }

  private String subject() {
    return wanted.name().orElse(wanted.module());
  }
}
