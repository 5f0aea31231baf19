package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.pythonimport.PythonImportSettings.Unwanted;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.PythonName;
import java.util.Optional;

/**
 * Tells whether something is gone. That it is not found proves nothing by itself, since a typing
 * error is not found either: what is around it has to be there, and just this must be missing.
 *
 * @param control what is around it; empty for a top-level module
 * @param neighbour true when some wanted import is there: the control of a top-level module
 */
record AbsenceAssertion(
    Unwanted unwanted, Finding target, Optional<Finding> control, boolean neighbour, Words words) {

  Assertion get() {
    if (target.there()) {
      return Assertion.of(unwanted.statement(), words.gone(), target.shown(), false);
    }
    Optional<Finding> failedControl = control.filter(one -> !one.there());
    if (failedControl.isPresent()) {
      return uncontrolled(failedControl.get());
    }
    if (control.isEmpty() && !neighbour) {
      return unsettled(
          target.shown() + "; no other import shows that it would be found",
          "Add a module from the same place to `imports`.");
    }
    return target.gone() ? gone() : otherTrouble();
  }

  private Assertion gone() {
    String other =
        unwanted
            .control()
            .map(name -> name.dotted() + " " + words.is())
            .orElse("other modules " + words.are());
    String near = target.nearest().map(name -> "; nearest existing name " + name).orElse("");
    return new Assertion(
        unwanted.statement(),
        words.gone(),
        words.lost() + ": " + other + near,
        Outcome.PASS,
        Optional.empty());
  }

  private Assertion uncontrolled(Finding failed) {
    PythonName parent = unwanted.control().orElseThrow();
    String kind = unwanted.name().isPresent() ? "the module " : "the parent ";
    String near = failed.nearest().map(name -> "Nearest existing name: " + name + ". ").orElse("");
    return unsettled(
        kind
            + parent.dotted()
            + " "
            + words.isNot()
            + ", so its absence proves nothing: "
            + failed.shown(),
        near + "Correct the name, or make " + parent.dotted() + " " + words.become() + ".");
  }

  private Assertion otherTrouble() {
    return unsettled(
        "it is there, or something that it needs is not: " + target.shown(),
        target.settle().orElse("Remove what is left of it, or make it import."));
  }

  private Assertion unsettled(String actual, String settle) {
    return Assertion.unsettled(unwanted.statement(), words.gone(), actual, settle);
  }
}
