package dev.stageproof.judge;

import dev.stageproof.model.Identity;
import dev.stageproof.model.TargetMovement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether users are served by the revision under test, when the run begins and when it ends.
 *
 * @param atEnd its share of the service's requests at the end of the run
 */
record Serving(Identity identity, int atEnd) {

  static Optional<Serving> of(Case run) {
    return run.identity()
        .map(
            identity ->
                new Serving(
                    identity,
                    TargetMovement.trafficAtEnd(run.movement(), identity.revision())
                        .orElse(identity.trafficPercent())));
  }

  int atStart() {
    return identity.trafficPercent();
  }

  /** True when users are meant to be served by it and were not, at one end of the run at least. */
  boolean lacking() {
    return identity.meantToServe() && (atStart() == 0 || atEnd == 0);
  }

  /** True when it served users who are meant to be served by it, and no longer does. */
  boolean lost() {
    return identity.meantToServe() && atStart() > 0 && atEnd == 0;
  }

  /** Who serves the users instead, for a run that finds the revision {@link #lacking}. */
  String instead() {
    if (lost()) {
      return String.format(
          Locale.ROOT,
          "The traffic share of the revision under test, %s, fell from %d %% to 0 %% while the run"
              + " was under way, so users are no longer served by it.",
          revision(),
          atStart());
    }
    List<Identity.Share> others = identity.others();
    String who =
        others.isEmpty()
            ? "by no revision that the platform names"
            : "by " + others.stream().map(Identity.Share::words).collect(Collectors.joining(", "));
    return atEnd == 0
        ? "Users are served " + who + ", not by the revision under test, " + revision() + "."
        : String.format(
            Locale.ROOT,
            "When the run began, users were served %s, not by the revision under test, %s; its"
                + " share rose to %d %% while the run was under way.",
            who,
            revision(),
            atEnd);
  }

  private String revision() {
    return identity.revision();
  }
}
