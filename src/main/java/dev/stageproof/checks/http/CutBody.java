package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Finding;
import dev.stageproof.observe.HttpObservation;
import java.util.Locale;

/** A body that is longer than what is kept of it. */
final class CutBody {
  private CutBody() {}

  /** What lies behind the cut could settle the question either way. */
  static Finding finding() {
    return Finding.unsettled(
        String.format(
            Locale.ROOT, "not seen whole: only the first %,d bytes", HttpObservation.BODY_LIMIT),
        "Ask for a shorter answer.");
  }
}
