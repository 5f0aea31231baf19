package dev.stageproof.observe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Names the requests of one look, so that their entries in the request log can be told from all
 * others. A function of the run's start and of the request: planned, not drawn.
 *
 * @param hex 32 lower-case hexadecimal digits
 * @see <a href="https://www.w3.org/TR/trace-context/#trace-id">W3C Trace Context, trace-id</a>
 */
public record TraceId(String hex) {
  private static final int DIGITS = 32;
  private static final int SPAN_DIGITS = 16;

  /**
   * The trace of a request.
   *
   * @param words what the request is told by; nothing secret, for the trace is printed
   */
  public static TraceId of(Instant run, List<String> words) {
    return new TraceId(hash(run + "\n" + String.join("\n", words)).substring(0, DIGITS));
  }

  /** The trace of one attempt: a second look must not find the first one's entries. */
  public TraceId attempt(int number) {
    return new TraceId(hash(hex + " attempt " + number).substring(0, DIGITS));
  }

  /** The header that carries it: sampled, under a span of its own. */
  public String traceParent() {
    return "00-" + hex + "-" + hash(hex + " span").substring(0, SPAN_DIGITS) + "-01";
  }

  /** Its name in the entries of a project's log. */
  public String in(String project) {
    return "projects/" + project + "/traces/" + hex;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
