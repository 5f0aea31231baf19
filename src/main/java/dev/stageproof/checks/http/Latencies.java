package dev.stageproof.checks.http;

import dev.stageproof.observe.HttpObservation.Sample;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Lengths of time, one for each answer.
 *
 * @param sorted in rising order, at least one
 */
record Latencies(List<Duration> sorted) {

  private static final int WHOLE = 100;
  private static final int MIDDLE = 50;
  private static final int HIGH = 95;

  /** From the start of the request to the last byte of the answer. */
  static Latencies of(List<Sample> samples) {
    return of(samples, sample -> sample.phases().total());
  }

  static Latencies of(List<Sample> samples, Function<Sample, Duration> length) {
    return new Latencies(samples.stream().map(length).sorted().toList());
  }

  int count() {
    return sorted.size();
  }

  Duration median() {
    return sorted.get(rank(MIDDLE) - 1);
  }

  Duration p95() {
    return sorted.get(p95Rank() - 1);
  }

  int p95Rank() {
    return rank(HIGH);
  }

  Duration max() {
    return sorted.get(count() - 1);
  }

  /** The nearest rank, counted from 1: the smallest one that {@code percent} of all reach. */
  private int rank(int percent) {
    return (percent * count() + WHOLE - 1) / WHOLE;
  }
}
