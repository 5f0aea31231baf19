package dev.stageproof.formats.tap;

import dev.stageproof.report.ForeignText;

/** Writes text so that a TAP parser takes none of it for a directive, a line or YAML. */
final class TapText {
  private TapText() {}

  /** Part of a test point's line: TAP 14 escapes the hash and the backslash. */
  static String line(String text) {
    return ForeignText.line(text).replace("\\", "\\\\").replace("#", "\\#");
  }

  /** A double-quoted scalar, on one line whatever the text holds. */
  static String quoted(String text) {
    String clean = ForeignText.block(text);
    return '"'
        + clean
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
        + '"';
  }
}
