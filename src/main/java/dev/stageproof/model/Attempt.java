package dev.stageproof.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One round of looking and concluding.
 *
 * @param number counts from 1
 * @param evidence ids of what was seen in this round
 */
public record Attempt(
    @Doc("Counts from 1.") int number,
    @Doc("When the round began.") Instant startedAt,
    @Doc("How long it took.") Duration took,
    @Doc("What was concluded.") Evaluation evaluation,
    @Doc("Ids of the evidence seen in this round.") List<String> evidence) {

  /** The same round, concluded otherwise. */
  public Attempt withEvaluation(Evaluation other) {
    return new Attempt(number, startedAt, took, other, evidence);
  }
}
