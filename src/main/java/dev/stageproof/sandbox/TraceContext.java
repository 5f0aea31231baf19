package dev.stageproof.sandbox;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a request belongs to, as its caller said.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 */
record TraceContext(Optional<String> traceId, Optional<String> spanId, boolean sampled) {

  /** W3C Trace Context, section 3.2: version, trace id, parent id, flags. */
  private static final Pattern W3C =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2}).*");

  /** X-Cloud-Trace-Context: {@code TRACE_ID/SPAN_ID;o=1}, the span id in decimal. */
  private static final Pattern GOOGLE =
      Pattern.compile("([0-9a-fA-F]{32})(?:/(\\d{1,20}))?(?:;o=([01]))?");

  private static final int HEX = 16;

  static TraceContext none() {
    return new TraceContext(Optional.empty(), Optional.empty(), false);
  }

  /**
   * Reads the trace headers of a request; what is malformed counts as absent.
   *
   * @param header gives a header's value
   */
  static TraceContext of(Function<String, Optional<String>> header) {
    return header
        .apply("traceparent")
        .flatMap(TraceContext::w3c)
        .or(() -> header.apply("X-Cloud-Trace-Context").flatMap(TraceContext::google))
        .orElseGet(TraceContext::none);
  }

  private static Optional<TraceContext> w3c(String header) {
    Matcher parts = W3C.matcher(header);
    return parts.matches()
        ? Optional.of(
            new TraceContext(
                Optional.of(parts.group(1)),
                Optional.of(parts.group(2)),
                Integer.parseInt(parts.group(3), HEX) % 2 == 1))
        : Optional.empty();
  }

  private static Optional<TraceContext> google(String header) {
    Matcher parts = GOOGLE.matcher(header);
    return parts.matches()
        ? Optional.of(
            new TraceContext(
                Optional.of(parts.group(1).toLowerCase(Locale.ROOT)),
                Optional.ofNullable(parts.group(2)).map(TraceContext::spanId),
                "1".equals(parts.group(3))))
        : Optional.empty();
  }

  private static String spanId(String decimal) {
    String hex = new BigInteger(decimal).toString(HEX);
    return "0".repeat(Math.max(0, HEX - hex.length())) + hex;
  }
}
