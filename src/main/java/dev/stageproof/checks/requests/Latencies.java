package dev.stageproof.checks.requests;

import java.time.Duration;
import java.util.List;

/**
 * Lengths of time, one for each answer.
 *
 * @param sorted in rising order, at least one
 */
public record Latencies(List<Duration> sorted) {

  private static final int WHOLE = 100;
  private static final int MIDDLE = 50;
  private static final int HIGH = 95;

  /** Of lengths in any order. */
  public static Latencies of(List<Duration> lengths) {
    return new Latencies(lengths.stream().sorted().toList());
  }

  public int count() {
    return sorted.size();
  }

  public Duration median() {
    return sorted.get(rank(MIDDLE) - 1);
  }

  public Duration p95() {
    return sorted.get(p95Rank() - 1);
  }

  public int p95Rank() {
    return rank(HIGH);
  }

  public Duration max() {
    return sorted.get(count() - 1);
  }

  /** The nearest rank, counted from 1: the smallest one that {@code percent} of all reach. */
  private int rank(int percent) {
    return (percent * count() + WHOLE - 1) / WHOLE;
  }
}
