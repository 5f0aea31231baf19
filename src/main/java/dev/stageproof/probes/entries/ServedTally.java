package dev.stageproof.probes.entries;

import dev.stageproof.observe.LogReadObservation.Served;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the requests of others by the request log. Not thread-safe. */
final class ServedTally {
  private static final double NANOS_OF_MILLI = 1e6;

  /** Statuses below 100 and above 599 are no HTTP statuses: the entry does not tell. */
  private static final String UNKNOWN = "none";

  private static final int SMALLEST = 100;
  private static final int LARGEST = 599;

  private final long[] byHundreds = new long[LARGEST / 100 + 1];
  private final Values latency = new Values();
  private long count;

  /** Counts the entry if it is such a request. */
  void add(Entry entry) {
    if (!entry.foreignRequest()) {
      return;
    }
    count++;
    int status = entry.request().map(ServedRequest::status).orElse(0);
    byHundreds[status < SMALLEST || status > LARGEST ? 0 : status / 100]++;
    entry.request().flatMap(ServedRequest::latency).ifPresent(this::measure);
  }

  private void measure(Duration took) {
    latency.add(took.getSeconds() * 1e3 + took.getNano() / NANOS_OF_MILLI);
  }

  /** Adds other requests; the other tally is of no use afterwards. */
  void addAll(ServedTally others) {
    count += others.count;
    Arrays.setAll(byHundreds, status -> byHundreds[status] + others.byHundreds[status]);
    latency.addAll(others.latency);
  }

  private Map<String, Long> byStatusClass() {
    Map<String, Long> classes = new TreeMap<>();
    for (int hundreds = 0; hundreds < byHundreds.length; hundreds++) {
      if (byHundreds[hundreds] > 0) {
        classes.put(hundreds == 0 ? UNKNOWN : hundreds + "xx", byHundreds[hundreds]);
      }
    }
    return Collections.unmodifiableMap(classes);
  }

  long count() {
    return count;
  }

  /** Empty when there were none. */
  Optional<Served> served() {
    return count == 0
        ? Optional.empty()
        : Optional.of(new Served(count, byStatusClass(), latency.distribution()));
  }
}
