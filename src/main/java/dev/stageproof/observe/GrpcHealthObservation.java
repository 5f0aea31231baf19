package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a gRPC server said of its health.
 *
 * @param answers every answer received, in order; at least one
 * @param failures what went wrong with the calls that got no answer, one line each
 */
public record GrpcHealthObservation(List<Answer> answers, List<String> failures)
    implements Observation {

  /** The longest message that is kept, in characters; more is cut. */
  public static final int MESSAGE_LIMIT = 2000;

  public GrpcHealthObservation {
    answers = List.copyOf(answers);
    failures = List.copyOf(failures);
  }

  /**
   * One answer.
   *
   * @param service the name that was asked for
   * @param status SERVING, NOT_SERVING or UNKNOWN; empty when the call failed
   * @param code the gRPC status: OK, NOT_FOUND, …
   * @param message its words; with a server that answered without gRPC what it said, as gRPC tells
   *     it
   * @param http the HTTP status of an answer that is no gRPC
   * @param headers metadata that came with the answer, leading and trailing, names in lower case;
   *     binary values are left out
   * @param took from the start of the call, connecting included, to its end
   */
  public record Answer(
      String service,
      Instant sentAt,
      Optional<String> status,
      String code,
      String message,
      Optional<Integer> http,
      Map<String, String> headers,
      Duration took) {

    /** The message's first line. */
    public String line() {
      return message.lines().findFirst().orElse("");
    }
  }
}
