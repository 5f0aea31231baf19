package dev.stageproof.judge;

import dev.stageproof.judge.Contradiction.Doubt;
import java.util.List;
import java.util.Optional;

/** The revision under test is not the one that users are served by, or is one too early. */
final class TrafficRule implements Contradiction.Rule {

  @Override
  public List<Contradiction> in(Seen seen) {
    return Serving.of(seen.run()).flatMap(TrafficRule::of).stream().toList();
  }

  private static Optional<Contradiction> of(Serving serving) {
    if (serving.lacking()) {
      return Optional.of(
          of(
              Doubt.SUBJECT,
              serving.instead(),
              "Send users to the revision and run again; if it is validated before it gets"
                  + " traffic, write `target: {serving: false}`."));
    }
    boolean early = !serving.identity().meantToServe() && serving.atStart() > 0;
    return early
        ? Optional.of(of(Doubt.DETAIL, early(serving), "Take one of the two back."))
        : Optional.empty();
  }

  private static String early(Serving serving) {
    return String.format(
        "The configuration says `serving: false`, and revision %s gets %d %% of the service's"
            + " requests.",
        serving.identity().revision(), serving.atStart());
  }

  private static Contradiction of(Doubt doubt, String text, String settle) {
    return new Contradiction(doubt, text, Optional.empty(), settle);
  }
}
