package dev.stageproof.probes.websocket;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** Says in one line why there was no answer to a handshake, and what to do about it. */
final class Troubles {
  private static final int LONGEST_DETAIL = 200;

  private Troubles() {}

  static Gap noAddress(String text) {
    return Gap.of(
        GapReason.UNKNOWN_TARGET,
        "`" + text + "` is not an address for WebSocket connections",
        "Correct the address.");
  }

  static Gap timedOut(HttpUrl url, Duration limit) {
    return Gap.of(
        GapReason.TIMED_OUT,
        String.format(
            Locale.ROOT,
            "no answer to the WebSocket handshake from %s within %.1f s",
            place(url),
            limit.toMillis() / 1000.0),
        "Check that the service is up and reachable from here, or give the check a longer"
            + " `timeout`.");
  }

  static Gap unreached(HttpUrl url, IOException failure) {
    if (failure instanceof UnknownHostException) {
      return unreachable(
          "the name `" + url.host() + "` of " + place(url) + " does not resolve",
          "Check the address for a slip, and the name service of this machine.");
    }
    if (failure instanceof ConnectException) {
      return unreachable(
          "can't connect to " + place(url) + ": " + detail(failure),
          "Check that the service listens there and that nothing in between blocks it.");
    }
    if (failure instanceof SSLException) {
      return unreachable(
          "the TLS handshake with " + place(url) + " failed: " + detail(failure),
          "Check the certificate: `openssl s_client -connect " + place(url) + "`.");
    }
    return unreachable(
        "the connection to " + place(url) + " ended before an answer came: " + detail(failure),
        "Look into the service's log for the time of the handshake.");
  }

  private static Gap unreachable(String message, String settle) {
    return Gap.of(GapReason.UNREACHABLE, message, settle);
  }

  private static String place(HttpUrl url) {
    return url.host() + ":" + url.port();
  }

  /** The failure's own words, as one line of bounded length. */
  static String detail(Throwable failure) {
    String message =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    String line = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }
}
