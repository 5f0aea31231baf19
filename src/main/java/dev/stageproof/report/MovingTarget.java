package dev.stageproof.report;

import dev.stageproof.model.Change;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.TargetMovement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A target that did not hold still, or of which that is not known. */
final class MovingTarget {
  private static final int SHOWN = 3;

  private MovingTarget() {}

  /** For the first screen; empty when the target held still. */
  static Optional<Banner.Alert> alert(RunRecord run, Marks marks) {
    List<Change> movement = run.movement();
    Optional<String> unseen = TargetMovement.whyUnseen(movement);
    if (unseen.isPresent()) {
      return Optional.of(
          of(
              "Not seen again",
              "it is not known whether the target held still: " + unseen.get(),
              marks));
    }
    return movement.isEmpty()
        ? Optional.empty()
        : Optional.of(of("Moving target", changes(movement), marks));
  }

  private static Banner.Alert of(String what, String text, Marks marks) {
    return new Banner.Alert(marks.care(), what, ForeignText.sentence(text));
  }

  private static String changes(List<Change> movement) {
    String shown =
        movement.stream().limit(SHOWN).map(MovingTarget::words).collect(Collectors.joining("; "));
    int more = movement.size() - SHOWN;
    return "changed while the run was under way: "
        + (more > 0 ? shown + "; and " + Figures.count(more) + " more" : shown);
  }

  private static String words(Change change) {
    String before = change.before().orElse("none");
    return change.what() + ", from " + before + " to " + change.after().orElse("none");
  }
}
