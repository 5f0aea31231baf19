package dev.stageproof.judge;

import dev.stageproof.model.Change;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import dev.stageproof.model.TargetMovement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What changed about the target while the run was under way. */
final class MovementRemarks {
  private static final String STILL = "Run again when the service holds still.";

  private MovementRemarks() {}

  static Stream<Remark> on(List<Change> movement) {
    return movement.stream().map(MovementRemarks::remark);
  }

  private static Remark remark(Change change) {
    return TargetMovement.isUnseen(change)
        ? remark(Kind.RUN, unseen(change.after().orElse("no reason is known")), "Run again.")
        : remark(Kind.DEPLOYMENT, changed(change), STILL);
  }

  private static Remark remark(Kind kind, String text, String settle) {
    return new Remark(kind, text, Optional.empty(), Optional.of(settle));
  }

  static String unseen(String why) {
    return "The target could not be seen again at the end of the run ("
        + Words.open(why)
        + "), so it is not known whether it held still.";
  }

  private static String changed(Change change) {
    return "Changed while the run was under way: " + change.what() + ", " + how(change) + ".";
  }

  private static String how(Change change) {
    if (change.before().isEmpty()) {
      return "new: " + change.after().orElse("nothing");
    }
    String before = change.before().get();
    return change.after().map(now -> "from " + before + " to " + now).orElse("gone: " + before);
  }
}
