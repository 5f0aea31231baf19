package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.pythonimport.Answer.Absence;
import dev.stageproof.checks.pythonimport.Answer.Attempt;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Unwanted;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import java.util.Optional;

/**
 * Tells whether something is gone. An import that fails proves nothing by itself, since a typing
 * error fails as well: what is around it has to import, and the error has to name just this.
 *
 * @param neighbour true when some wanted import worked: the control of a top-level module
 */
record AbsenceAssertion(Unwanted unwanted, Absence absence, boolean neighbour) {

  private static final String EXPECTED = "does not exist";

  Assertion get() {
    Attempt target = absence.target();
    if (target.imported()) {
      return Assertion.of(unwanted.statement(), EXPECTED, target.shown(), false);
    }
    Optional<Attempt> failedControl = absence.control().filter(control -> !control.imported());
    if (failedControl.isPresent()) {
      return uncontrolled(failedControl.get());
    }
    if (absence.control().isEmpty() && !neighbour) {
      return unsettled(
          target.shown() + "; no other import shows that it would be found",
          "Add a module from the same place to `imports`.");
    }
    return target.gone() ? gone(target) : otherTrouble(target);
  }

  private Assertion gone(Attempt target) {
    String control =
        unwanted.control().map(name -> name + " imports").orElse("other modules import");
    Optional<String> near = target.nearest().stream().findFirst();
    String actual =
        "gone: " + control + near.map(name -> "; nearest existing name " + name).orElse("");
    return new Assertion(unwanted.statement(), EXPECTED, actual, Outcome.PASS, Optional.empty());
  }

  private Assertion uncontrolled(Attempt control) {
    String parent = unwanted.control().orElseThrow();
    String kind = unwanted.name().isPresent() ? "the module " : "the parent ";
    String near =
        control.nearest().stream()
            .findFirst()
            .map(name -> "Nearest existing name: " + name + ". ")
            .orElse("");
    return unsettled(
        kind + parent + " does not import, so its absence proves nothing: " + control.shown(),
        near + "Correct the name, or make " + parent + " import.");
  }

  private Assertion otherTrouble(Attempt target) {
    return unsettled(
        "it is there, or something that it needs is not: " + target.shown(),
        "Remove what is left of it, or make it import.");
  }

  private Assertion unsettled(String actual, String settle) {
    return Assertion.unsettled(unwanted.statement(), EXPECTED, actual, settle);
  }
}
