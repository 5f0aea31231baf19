package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.pythonimport.Answer.Attempt;
import dev.stageproof.checks.pythonimport.Answer.Warned;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Wanted;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds one import against what is expected of it. */
record WantedAssertions(Wanted wanted, Attempt attempt) {

  /** The import itself first, then one for each further expectation. */
  List<Assertion> list() {
    List<Assertion> list = new ArrayList<>();
    list.add(imports());
    wanted.qualifiedName().map(this::qualifiedName).ifPresent(list::add);
    wanted.file().map(this::file).ifPresent(list::add);
    wanted.deprecated().map(this::deprecated).ifPresent(list::add);
    return list;
  }

  private Assertion imports() {
    Outcome outcome = attempt.imported() ? Outcome.PASS : Outcome.FAIL;
    Optional<String> settle =
        attempt.nearest().isEmpty()
            ? Optional.empty()
            : Optional.of("Nearest existing name: " + attempt.nearest().get(0) + ".");
    return new Assertion(wanted.statement(), "imports", attempt.shown(), outcome, settle);
  }

  private Assertion qualifiedName(String expected) {
    String what = "real name of " + subject();
    return attempt
        .qualifiedName()
        .map(actual -> Assertion.of(what, expected, actual, actual.equals(expected)))
        .orElseGet(
            () -> unknown(what, expected, "Expect a qualified name of a class or function only."));
  }

  private Assertion file(String expected) {
    String what = "file of " + subject();
    boolean isPattern = expected.contains("*");
    String words = isPattern ? expected : "…/" + expected;
    return attempt
        .file()
        .map(path -> Assertion.of(what, words, path, new FilePattern(expected).matches(path)))
        .orElseGet(
            () -> unknown(what, words, "Expect a file of a class, a function or a module only."));
  }

  private Assertion deprecated(Regex expected) {
    String what = "deprecation of " + subject();
    String words = "a DeprecationWarning that matches " + expected;
    if (!attempt.imported()) {
      return unknown(what, words, "");
    }
    List<String> messages =
        attempt.warnings().stream().filter(Warned::deprecation).map(Warned::message).toList();
    Optional<String> match = messages.stream().filter(expected::foundIn).findFirst();
    String none = messages.isEmpty() ? "no DeprecationWarning" : String.join("; ", messages);
    return Assertion.of(what, words, match.orElse(none), match.isPresent());
  }

  private Assertion unknown(String what, String expected, String settle) {
    return attempt.imported()
        ? Assertion.unsettled(what, expected, "has none: " + attempt.shown(), settle)
        : Assertion.unsettled(what, expected, "not imported", "Make the import work first.");
  }

  private String subject() {
    return wanted.name().orElse(wanted.module());
  }
}
