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
  private Table known = new Table(0);
  private int keptBits = MANTISSA_BITS;
  private long count;
  private double sum;

  /** What was lost in rounding the sum, so that the order of values does not show in the mean. */
  private double lost;

  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /** Takes a finite value. */
  void add(double value) {
    double plain = value + 0.0; // -0.0 becomes 0.0
    count++;
    sum(plain);
    min = Math.min(min, plain);
    max = Math.max(max, plain);
    if (waiting == buffer.length) {
      makeRoom();
    }
    buffer[waiting++] = plain;
  }

  /** Takes all values of the other one, which is of no use afterwards. */
  void addAll(Values others) {
    count += others.count;
    sum(others.sum);
    lost += others.lost;
    min = Math.min(min, others.min);
    max = Math.max(max, others.max);
    merge();
    others.merge();
    keptBits = Math.min(keptBits, others.keptBits);
    keep(rounded(known.with(others.known)));
  }

  /**
   * Neumaier, 1974, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", with
   * Knuth's exact error of one addition.
   */
  private void sum(double value) {
    double next = sum + value;
    double taken = next - sum;
    lost += (sum - (next - taken)) + (value - taken);
    sum = next;
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
        new Distribution(
            count, min, max, (sum + lost) / count, rank(50), rank(90), rank(95), rank(99)));
  }

  /** Nearest rank: the smallest value that at least so many percent of all are not above. */
  private double rank(int percent) {
    long rank = Math.max(1, (count * percent + 99) / 100);
    return Math.max(min, Math.min(max, known.valueAt(rank)));
  }

  private void merge() {
    round(buffer, waiting);
    Arrays.sort(buffer, 0, waiting);
    Table recent = new Table(waiting);
    for (int next = 0; next < waiting; next++) {
      recent.add(buffer[next], 1);
    }
    waiting = 0;
    keep(known.with(recent));
  }

  private void keep(Table table) {
    Table kept = table;
    while (kept.size > MOST_DISTINCT) {
      keptBits = Math.min(ROUNDED_BITS, keptBits - 1);
      kept = rounded(kept);
    }
    known = kept.trimmed();
  }

  private Table rounded(Table table) {
    round(table.values, table.size);
    return table.again();
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
      this(new double[capacity], new long[capacity]);
    }

    private Table(double[] values, long[] counts) {
      this.values = values;
      this.counts = counts;
    }

    void add(double value, long count) {
      if (size > 0 && values[size - 1] == value) {
        counts[size - 1] += count;
        return;
      }
      values[size] = value;
      counts[size++] = count;
    }

    Table with(Table other) {
      Table both = new Table(size + other.size);
      int mine = 0;
      for (int next = 0; next < other.size; next++) {
        for (; mine < size && values[mine] <= other.values[next]; mine++) {
          both.add(values[mine], counts[mine]);
        }
        both.add(other.values[next], other.counts[next]);
      }
      for (; mine < size; mine++) {
        both.add(values[mine], counts[mine]);
      }
      return both;
    }

    Table again() {
      return new Table(0).with(this);
    }

    Table trimmed() {
      Table trimmed = new Table(Arrays.copyOf(values, size), Arrays.copyOf(counts, size));
      trimmed.size = size;
      return trimmed;
    }

    double valueAt(long rank) {
      int at = 0;
      for (long passed = counts[0]; passed < rank; passed += counts[at]) {
        at++;
      }
      return values[at];
    }
  }
}
