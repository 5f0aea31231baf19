package dev.stageproof.judge;

import dev.stageproof.model.Change;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Confidence.Term;
import dev.stageproof.model.TargetMovement;

/** Whether the target was at the end of the run what it was at its beginning. */
final class HeldStillTerm {
  private static final String NAME = "target held still";

  private HeldStillTerm() {}

  static Term of(Case run) {
    if (run.identity().isEmpty()) {
      return new Term(NAME, "none was seen", Level.HIGH);
    }
    if (run.movement().isEmpty()) {
      return new Term(NAME, "yes", Level.HIGH);
    }
    return TargetMovement.whyUnseen(run.movement()).isPresent()
        ? new Term(NAME, "not seen again", Level.MEDIUM)
        : new Term(NAME, changed(run), Caps.lostDuring(run) ? Level.LOW : Level.MEDIUM);
  }

  private static String changed(Case run) {
    return "no: " + Words.list(run.movement().stream().map(Change::what).toList());
  }
}
