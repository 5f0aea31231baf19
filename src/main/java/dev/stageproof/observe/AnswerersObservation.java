package dev.stageproof.observe;

import dev.stageproof.model.Gap;
import dev.stageproof.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who answered, by the request log.
 *
 * @param traced one for each trace that was asked for
 * @param waited how long entries were waited for
 * @param trouble why the log was not read to the end, when some of it was
 */
public record AnswerersObservation(List<Traced> traced, Duration waited, Optional<Gap> trouble)
    implements Observation {

  public AnswerersObservation {
    traced = List.copyOf(traced);
  }

  /**
   * The entries of one trace.
   *
   * @param planned the trace as it was planned
   * @param sent the trace as this attempt sent it
   * @param expected how many requests were to be sent with it; each redirect adds one
   * @param by the revisions that answered, the most frequent first
   * @param readableAt when the last of them was first seen, by the clock of this machine; empty
   *     when none was
   */
  public record Traced(
      String planned, String sent, int expected, List<Answerer> by, Optional<Instant> readableAt) {

    public Traced {
      by = List.copyOf(by);
    }

    /** How many entries were readable. */
    public int seen() {
      return by.stream().mapToInt(Answerer::count).sum();
    }
  }

  /**
   * A revision and how many of the requests it answered.
   *
   * @param revision empty for requests that were refused before they reached one
   */
  public record Answerer(Optional<String> revision, int count) {}

  /**
   * The entries of a request that was asked for.
   *
   * @throws IllegalArgumentException when it was not
   */
  public Traced of(LoggedRequest<?> request) {
    String trace = request.trace().map(TraceId::hex).orElse("");
    return traced.stream()
        .filter(candidate -> candidate.planned().equals(trace))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not asked for: " + request.subject()));
  }
}
