package dev.stageproof.probes.entries;

import dev.stageproof.observe.LogReadObservation.Distribution;
import java.util.Arrays;
import java.util.Optional;

/**
 * A distribution of any number of values in bounded memory: values wait in a buffer and are then
 * merged into a sorted table of distinct values with their counts, so that percentiles are exact.
 * Only with more than {@value #MOST_DISTINCT} distinct values they are rounded to {@value
 * #ROUNDED_BITS} binary digits or fewer, which keeps percentiles within 0.05 %; count, min, max and
 * mean stay exact. Not thread-safe.
 */
final class Values {
  static final int MOST_DISTINCT = 1_000_000;
  static final int ROUNDED_BITS = 10;

  private static final int BUFFER = 1 << 16;
  private static final int MANTISSA_BITS = 52;

  private double[] buffer = new double[16];
  private int waiting;
  private double[] distinct = new double[0];
  private long[] counts = new long[0];
  private int keptBits = MANTISSA_BITS;
  private long count;
  private double sum;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /** Takes a finite value. */
  void add(double value) {
    double plain = value + 0.0; // -0.0 becomes 0.0
    count++;
    sum += plain;
    min = Math.min(min, plain);
    max = Math.max(max, plain);
    if (waiting == buffer.length) {
      makeRoom();
    }
    buffer[waiting++] = plain;
  }

  private void makeRoom() {
    if (buffer.length < BUFFER) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    } else {
      merge();
    }
  }

  /** The distribution of all values so far; empty without any. */
  Optional<Distribution> distribution() {
    if (count == 0) {
      return Optional.empty();
    }
    merge();
    return Optional.of(
        new Distribution(count, min, max, sum / count, rank(50), rank(90), rank(95), rank(99)));
  }

  /** Nearest rank: the smallest value that at least so many percent of all are not above. */
  private double rank(int percent) {
    long rank = Math.max(1, (count * percent + 99) / 100);
    int at = 0;
    for (long passed = counts[0]; passed < rank; passed += counts[at]) {
      at++;
    }
    return Math.max(min, Math.min(max, distinct[at]));
  }

  private void merge() {
    round(buffer, waiting);
    Arrays.sort(buffer, 0, waiting);
    Table table = new Table(distinct.length + waiting);
    int old = 0;
    for (int next = 0; next < waiting; next++) {
      for (; old < distinct.length && distinct[old] <= buffer[next]; old++) {
        table.add(distinct[old], counts[old]);
      }
      table.add(buffer[next], 1);
    }
    for (; old < distinct.length; old++) {
      table.add(distinct[old], counts[old]);
    }
    waiting = 0;
    keep(table);
  }

  private void keep(Table table) {
    Table kept = table;
    while (kept.size > MOST_DISTINCT) {
      keptBits = Math.min(ROUNDED_BITS, keptBits - 1);
      round(kept.values, kept.size);
      kept = kept.again();
    }
    distinct = Arrays.copyOf(kept.values, kept.size);
    counts = Arrays.copyOf(kept.counts, kept.size);
  }

  /** Rounds to the kept digits of the mantissa; the order of values stays. */
  private void round(double[] values, int length) {
    if (keptBits == MANTISSA_BITS) {
      return;
    }
    int dropped = MANTISSA_BITS - keptBits;
    long half = 1L << (dropped - 1);
    for (int i = 0; i < length; i++) {
      long bits = (Double.doubleToRawLongBits(values[i]) + half) >> dropped << dropped;
      values[i] = Double.longBitsToDouble(bits);
    }
  }

  /** Sorted values with counts; equal ones become one. */
  private static final class Table {
    private final double[] values;
    private final long[] counts;
    private int size;

    Table(int capacity) {
      values = new double[capacity];
      counts = new long[capacity];
    }

    void add(double value, long count) {
      if (size > 0 && values[size - 1] == value) {
        counts[size - 1] += count;
        return;
      }
      values[size] = value;
      counts[size++] = count;
    }

    Table again() {
      Table table = new Table(size);
      for (int i = 0; i < size; i++) {
        table.add(values[i], counts[i]);
      }
      return table;
    }
  }
}
