package dev.stageproof.probes.entries;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Counts entries over time in at most {@value #MOST} buckets, in any order and without knowing
 * where time ends: as soon as the buckets do not reach, they become wider. Each width is a multiple
 * of the one before, so that whole buckets become one. Not thread-safe.
 */
final class TimelineTally {
  static final int MOST = 60;

  private static final long[] STEPS = {
    1, 5, 10, 30, 60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 604_800
  };

  private final Instant anchor;
  private long[] counts = new long[MOST];
  private long first;
  private long last = -1;
  private int width;

  /**
   * An empty time line.
   *
   * @param anchor buckets begin here and whole steps before and after it
   */
  TimelineTally(Instant anchor) {
    this.anchor = anchor;
  }

  void add(Instant at) {
    long bucket = bucket(at);
    while (!holds(bucket, bucket)) {
      widen();
      bucket = bucket(at);
    }
    add(bucket, 1);
  }

  /** Adds other entries, counted from the same anchor; the other time line may become wider. */
  void addAll(TimelineTally others) {
    if (others.last < others.first) {
      return;
    }
    widenTo(others.width);
    others.widenTo(width);
    while (!holds(others.first, others.last)) {
      widen();
      others.widen();
    }
    for (long bucket = others.first; bucket <= others.last; bucket++) {
      add(bucket, others.count(bucket));
    }
  }

  private void widenTo(int other) {
    while (width < other) {
      widen();
    }
  }

  private boolean holds(long from, long to) {
    return last < first || Math.max(last, to) - Math.min(first, from) < MOST;
  }

  private void add(long bucket, long count) {
    if (last < first) {
      first = bucket;
      last = bucket;
    }
    reach(bucket);
    counts[Math.toIntExact(bucket - first)] += count;
  }

  private void reach(long bucket) {
    if (bucket < first) {
      int shift = Math.toIntExact(first - bucket);
      System.arraycopy(counts, 0, counts, shift, MOST - shift);
      Arrays.fill(counts, 0, shift, 0);
      first = bucket;
    }
    last = Math.max(last, bucket);
  }

  private void widen() {
    long factor = step(width + 1) / step(width);
    long[] wider = new long[MOST];
    long start = Math.floorDiv(first, factor);
    for (long bucket = first; bucket <= last; bucket++) {
      int into = Math.toIntExact(Math.floorDiv(bucket, factor) - start);
      wider[into] += counts[Math.toIntExact(bucket - first)];
    }
    counts = wider;
    last = Math.floorDiv(last, factor);
    first = start;
    width++;
  }

  /** The widths go on tenfold after the last round one. */
  private static long step(int width) {
    long step = STEPS[Math.min(width, STEPS.length - 1)];
    for (int more = STEPS.length; more <= width; more++) {
      step *= 10;
    }
    return step;
  }

  private long bucket(Instant at) {
    Duration since = Duration.between(anchor, at);
    return Math.floorDiv(since.toSeconds(), step(width));
  }

  /** The counts of the whole window; entries outside of it make it longer. */
  Timeline over(Window window) {
    if (last < first) {
      return new Timeline(window.start(), Duration.ZERO, List.of());
    }
    while (end(window) - begin(window) >= MOST) {
      widen();
    }
    long begin = begin(window);
    List<Long> all = LongStream.rangeClosed(begin, end(window)).mapToObj(this::count).toList();
    Duration step = Duration.ofSeconds(step(width));
    return new Timeline(anchor.plus(step.multipliedBy(begin)), step, all);
  }

  private long begin(Window window) {
    return Math.min(first, bucket(window.start()));
  }

  private long end(Window window) {
    Instant latest =
        window.end().isAfter(window.start()) ? window.end().minusNanos(1) : window.end();
    return Math.max(last, bucket(latest));
  }

  private long count(long bucket) {
    return bucket < first || bucket > last ? 0 : counts[Math.toIntExact(bucket - first)];
  }
}
