package dev.stageproof.report;

import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.TargetMovement;
import dev.stageproof.model.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Users are meant to be served by the revision under test, and were not: when the run began or when
 * it ended.
 *
 * @param who what serves them, and what the revision gets
 * @param failed true when the revision failed, so that no user should be sent to it
 * @param command sends them to it
 */
record Unserved(String who, boolean failed, String command) {

  static Optional<Unserved> of(RunRecord run) {
    return run.identity().filter(Identity::meantToServe).flatMap(identity -> of(identity, run));
  }

  private static Optional<Unserved> of(Identity identity, RunRecord run) {
    int start = identity.trafficPercent();
    int end = TargetMovement.trafficAtEnd(run.movement(), identity.revision()).orElse(start);
    if (start > 0 && end > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Unserved(
            ForeignText.line(who(identity, start, end)),
            run.judgment().verdict() == Verdict.FAIL,
            TrafficCommand.to(identity.revision(), identity)));
  }

  private static String who(Identity identity, int start, int end) {
    if (start != end) {
      return String.format(
          Locale.ROOT,
          "the share of this revision went from %d %% to %d %% while the run was under way.",
          start,
          end);
    }
    String others =
        identity.others().stream().map(Identity.Share::words).collect(Collectors.joining(", "));
    return others.isEmpty()
        ? "the platform names no revision that users are served by."
        : "users are served by " + others + ", and this revision gets 0 %.";
  }

  /** For the first screen; a revision that failed gets no advice to send users to it. */
  Banner.Alert alert(Marks marks) {
    return failed
        ? new Banner.Alert(marks.care(), "Not in use", who, Optional.empty())
        : new Banner.Alert(marks.care(), "Not in use", who + " " + settle(), Optional.of(command));
  }

  /** What would settle it; the command follows. */
  String settle() {
    return "If it is validated before it gets traffic, write `target: {serving: false}`; if it is"
        + " meant to serve, send users to it and run again:";
  }
}
