package dev.stageproof.probes.http;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** Says in one line why there is no answer, and what to do about it. */
final class Diagnosis {

  private static final int LONGEST_DETAIL = 200;

  private Diagnosis() {}

  /** Nothing came in time. */
  static Gap timedOut(HttpUrl url, Duration limit, Phase phase) {
    return Gap.of(
        GapReason.TIMED_OUT,
        "no answer from " + place(url) + " within " + inWords(limit) + ": still " + phase.doing(),
        "Check that the service is up and reachable from here, or give the check a longer"
            + " `timeout`.");
  }

  /**
   * The exchange failed.
   *
   * @param answered true when the head of an answer had come
   */
  static Gap of(IOException failure, HttpUrl url, boolean answered) {
    if (answered) {
      return malformed("the answer of " + place(url) + " can't be read: " + detail(failure));
    }
    if (failure instanceof UnknownHostException) {
      return unreachable(
          "the name `" + url.host() + "` of " + place(url) + " does not resolve",
          "Check the address for a slip, and the name service of this machine.");
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return unreachable(
          "can't connect to " + place(url) + ": " + detail(root(failure)),
          "Check that the service listens there and that nothing in between blocks it.");
    }
    if (failure instanceof SSLException) {
      return TlsDiagnosis.of(failure, url);
    }
    if (failure instanceof ProtocolException) {
      return malformed(place(url) + " does not answer in HTTP: " + detail(failure));
    }
    return unreachable(
        "the connection to " + place(url) + " ended before an answer came: " + detail(failure),
        "Look into the service's log for the time of the request.");
  }

  private static Gap malformed(String message) {
    return Gap.of(
        GapReason.MALFORMED,
        message,
        "Check that an HTTP server listens there, and look into its log for the time of the"
            + " request.");
  }

  static Gap unreachable(String message, String settle) {
    return Gap.of(GapReason.UNREACHABLE, message, settle);
  }

  /** Host and port, the port even when the scheme implies it. */
  static String place(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return host + ":" + url.port();
  }

  /** The failure's own words, as one line of bounded length. */
  static String detail(Throwable failure) {
    String message =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    String line = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String inWords(Duration limit) {
    return limit.compareTo(Duration.ofSeconds(1)) < 0
        ? limit.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", limit.toMillis() / 1000.0);
  }
}
