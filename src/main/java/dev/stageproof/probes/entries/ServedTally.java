package dev.stageproof.probes.entries;

import dev.stageproof.observe.LogReadObservation.Served;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the requests of others by the request log. Not thread-safe. */
final class ServedTally {
  private static final double NANOS_OF_MILLI = 1e6;

  /** Statuses below 100 and above 599 are no HTTP statuses: the entry does not tell. */
  private static final String UNKNOWN = "none";

  private final Map<String, Long> byStatusClass = new TreeMap<>();
  private final Values latency = new Values();
  private long count;

  /** Counts the entry if it is such a request. */
  void add(Entry entry) {
    if (!entry.foreignRequest()) {
      return;
    }
    count++;
    int status = entry.request().map(ServedRequest::status).orElse(0);
    byStatusClass.merge(statusClass(status), 1L, Long::sum);
    entry.request().flatMap(ServedRequest::latency).ifPresent(this::measure);
  }

  private void measure(Duration took) {
    latency.add(took.getSeconds() * 1e3 + took.getNano() / NANOS_OF_MILLI);
  }

  private static String statusClass(int status) {
    return status < 100 || status > 599 ? UNKNOWN : status / 100 + "xx";
  }

  long count() {
    return count;
  }

  /** Empty when there were none. */
  Optional<Served> served() {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Served(
                count,
                Collections.unmodifiableMap(new TreeMap<>(byStatusClass)),
                latency.distribution()));
  }
}
