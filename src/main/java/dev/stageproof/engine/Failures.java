package dev.stageproof.engine;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;

/** Puts a failure of our own or of a plug-in into words. */
final class Failures {
  private Failures() {}

  static Gap gap(String during, Throwable failure) {
    String detail = failure.getMessage() == null ? "" : ": " + firstLine(failure.getMessage());
    return Gap.of(
        GapReason.INTERNAL,
        failure.getClass().getSimpleName() + " while " + during + detail,
        "this is a fault of stageproof or of a plug-in, not of your service; please report it");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
