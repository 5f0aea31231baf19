package dev.stageproof.probes.http;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.probes.reach.Unreached;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import okhttp3.HttpUrl;

/** Says in one line why there is no answer that can be read, and what to do about it. */
final class Diagnosis {
  private Diagnosis() {}

  /** Nothing came in time. */
  static Gap timedOut(HttpUrl url, Duration limit, Phase phase) {
    return Unreached.timedOut(url, limit, ": still " + phase.doing());
  }

  /**
   * The exchange failed.
   *
   * @param answered true when the head of an answer had come
   */
  static Gap of(IOException failure, HttpUrl url, boolean answered) {
    String place = Unreached.place(url);
    String detail = Unreached.detail(failure);
    if (answered) {
      return malformed("the answer of " + place + " can't be read: " + detail);
    }
    return failure instanceof ProtocolException
        ? malformed(place + " does not answer in HTTP: " + detail)
        : Unreached.of(failure, url);
  }

  private static Gap malformed(String message) {
    return Gap.of(
        GapReason.MALFORMED,
        message,
        "Check that an HTTP server listens there, and look into its log for the time of the"
            + " request.");
  }
}
