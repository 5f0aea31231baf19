package dev.stageproof.engine;

import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Outcome;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A check that has its outcome, before redaction and the numbering of evidence.
 *
 * @param requests what it planned to see; empty when it could not plan
 * @param gap why it was skipped or saw nothing
 */
record Finished(
    Check<?> check,
    List<Request<?>> requests,
    Outcome outcome,
    List<Round> rounds,
    Optional<Gap> gap) {

  /** A check that looked; SKIPPED when the run was stopped before its first round ended. */
  static Finished of(
      Check<?> check, CheckPlan.Ask plan, List<Round> rounds, Optional<Gap> stopped) {
    if (rounds.isEmpty()) {
      return new Finished(check, plan.all(), Outcome.SKIPPED, rounds, stopped);
    }
    Round last = rounds.get(rounds.size() - 1);
    return new Finished(check, plan.all(), last.evaluation().outcome(), rounds, last.gap());
  }

  /** A check that could not say what it needs to see. */
  static Finished unplanned(Check<?> check, Gap gap, Instant at) {
    Evaluation nothing = Evaluation.unseen(check.type().name(), gap);
    Round round = new Round(1, at, Duration.ZERO, nothing, List.of(), Optional.of(gap));
    return new Finished(check, List.of(), Outcome.INCONCLUSIVE, List.of(round), Optional.of(gap));
  }

  /** A check that was not allowed to look. */
  static Finished skipped(Check<?> check, Gap gap) {
    return new Finished(check, List.of(), Outcome.SKIPPED, List.of(), Optional.of(gap));
  }

  /** The commands that repeat what the last round looked at; looks stand in the requests' order. */
  List<String> reproduce() {
    if (rounds.isEmpty()) {
      return requests.stream().map(Request::reproduce).flatMap(List::stream).toList();
    }
    List<Look> looks = rounds.get(rounds.size() - 1).looks();
    return IntStream.range(0, looks.size())
        .mapToObj(i -> looks.get(i).reproduce(requests.get(i)))
        .flatMap(List::stream)
        .toList();
  }

  String headline() {
    return rounds.isEmpty()
        ? gap.map(Gap::message).orElse("nothing was seen")
        : rounds.get(rounds.size() - 1).evaluation().headline();
  }

  Duration took() {
    return rounds.stream().map(Round::took).reduce(Duration.ZERO, Duration::plus);
  }
}
