package dev.stageproof.probes.entries;

import dev.stageproof.observe.LogReadObservation;

/** Cuts texts to the length that an excerpt may have. */
final class CutText {
  private CutText() {}

  /** Cuts between characters, never inside a surrogate pair. */
  static String of(String text) {
    if (text.length() <= LogReadObservation.TEXT_LIMIT) {
      return text;
    }
    int end = LogReadObservation.TEXT_LIMIT - 1;
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole) + "…";
  }
}
