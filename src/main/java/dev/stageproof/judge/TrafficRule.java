package dev.stageproof.judge;

import dev.stageproof.judge.Contradiction.Doubt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The revision under test is not the one that users are served by, or is one too early. How to send
 * users to it stands on the report's first screen.
 */
final class TrafficRule implements Contradiction.Rule {

  @Override
  public List<Contradiction> in(Seen seen) {
    return Serving.of(seen.run()).flatMap(TrafficRule::of).stream().toList();
  }

  private static Optional<Contradiction> of(Serving serving) {
    if (serving.lacking()) {
      return Optional.of(of(Doubt.SUBJECT, serving.instead(), Optional.empty()));
    }
    boolean early = !serving.identity().meantToServe() && serving.atStart() > 0;
    return early
        ? Optional.of(of(Doubt.DETAIL, early(serving), Optional.of("Take one of the two back.")))
        : Optional.empty();
  }

  private static String early(Serving serving) {
    return String.format(
        Locale.ROOT,
        "The configuration says `serving: false`, and revision %s gets %d %% of the service's"
            + " requests.",
        serving.identity().revision(),
        serving.atStart());
  }

  private static Contradiction of(Doubt doubt, String text, Optional<String> settle) {
    return new Contradiction(doubt, text, Optional.empty(), settle);
  }
}
