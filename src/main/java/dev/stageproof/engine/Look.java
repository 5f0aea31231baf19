package dev.stageproof.engine;

import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One look at the world as it happened, redacted.
 *
 * @param request the request that was answered, merged from all that it serves
 */
record Look(Request<?> request, int attempt, Instant at, Duration took, Answer answer) {

  /** The commands that repeat a request which this look answered. */
  <O extends Observation> List<String> reproduce(Request<O> asked) {
    return answer instanceof Seen seen
        ? asked.reproduce(asked.observationType().cast(seen.observation()))
        : asked.reproduce();
  }

  /** True when it showed nothing. */
  boolean unseen() {
    return answer instanceof Unseen;
  }

  /** What the look showed of a request which it answered. */
  <O extends Observation> Sight<O> sight(Request<O> asked) {
    return answer instanceof Seen seen
        ? new Sight.Seen<>(asked.observationType().cast(seen.observation()))
        : new Sight.Unseen<>(((Unseen) answer).gap());
  }

  /** The first look that showed nothing of those that the plan can't do without. */
  static Optional<Look> missing(CheckPlan.Ask plan, List<Look> looks) {
    return looks.stream()
        .limit(plan.requests().size())
        .filter(look -> look.gap().isPresent())
        .findFirst();
  }

  /** Why nothing was seen; empty when something was. */
  Optional<Gap> gap() {
    return answer instanceof Unseen unseen ? Optional.of(unseen.gap()) : Optional.empty();
  }

  /** What a check concludes that needed this look, which showed nothing. */
  Evaluation nothing() {
    return Evaluation.unseen(request.kind(), gap().orElseThrow());
  }

  /** What came of the look. */
  sealed interface Answer {}

  /** Something was seen. */
  record Seen(Observation observation) implements Answer {}

  /** Nothing was seen. */
  record Unseen(Gap gap) implements Answer {}
}
