package dev.stageproof.checks.cloudrun;

import java.util.Locale;

/** Writes the API's constants as configuration files do. */
final class Plain {
  private Plain() {}

  /** "private-ranges-only" for PRIVATE_RANGES_ONLY. */
  static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
