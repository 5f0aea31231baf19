package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an HTTP server answered.
 *
 * @param samples every answer received, in order; at least one
 * @param failures what went wrong with the samples that got no answer, one line each
 */
public record HttpObservation(List<Sample> samples, List<String> failures) implements Observation {

  /** The longest body that is kept, in bytes; more is cut and marked. */
  public static final int BODY_LIMIT = 256 * 1024;

  /**
   * One answer.
   *
   * @param protocol "HTTP/1.1", "h2"
   * @param headers names in lower case; several values of one name joined by ", "
   * @param body decoded text, at most {@link #BODY_LIMIT} bytes
   * @param bodyCut true when the body was longer than what is kept
   * @param redirects the addresses that redirected, in order
   * @param certificate the server's certificate, for https
   */
  public record Sample(
      Instant sentAt,
      int status,
      String protocol,
      Map<String, String> headers,
      String body,
      boolean bodyCut,
      List<String> redirects,
      Phases phases,
      Optional<Certificate> certificate) {}

  /**
   * Where the time went; a phase that did not happen (connection reused, no TLS) is zero.
   *
   * @param firstByte from the request's end to the first byte of the answer
   * @param total from the start to the last byte of the body
   */
  public record Phases(
      Duration dns, Duration connect, Duration tls, Duration firstByte, Duration total) {}

  /** A TLS server certificate. */
  public record Certificate(String subject, String issuer, Instant notAfter) {}
}
