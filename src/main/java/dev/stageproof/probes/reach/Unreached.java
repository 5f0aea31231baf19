package dev.stageproof.probes.reach;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** Says in one line why there is no answer, and what to do about it. */
public final class Unreached {
  private static final int LONGEST_DETAIL = 200;

  private Unreached() {}

  /**
   * Nothing came in time.
   *
   * @param still what was going on, after a colon; may be empty
   */
  public static Gap timedOut(HttpUrl url, Duration limit, String still) {
    return Gap.of(
        GapReason.TIMED_OUT,
        "no answer from " + place(url) + " within " + inWords(limit) + still,
        "Check that the service is up and reachable from here, or give the check a longer"
            + " `timeout`.");
  }

  /** The exchange failed before any answer came. */
  public static Gap of(IOException failure, HttpUrl url) {
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
    return unreachable(
        "the connection to " + place(url) + " ended before an answer came: " + detail(failure),
        "Look into the service's log for the time of the request.");
  }

  static Gap unreachable(String message, String settle) {
    return Gap.of(GapReason.UNREACHABLE, message, settle);
  }

  /** Host and port, the port even when the scheme implies it. */
  public static String place(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return host + ":" + url.port();
  }

  /** The failure's own words, as one line of bounded length. */
  public static String detail(Throwable failure) {
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
