package dev.stageproof.spi;

/** How a report marks what a reader looks for by eye; a word always stands beside a mark. */
public enum MarkStyle {
  /** Emoji. */
  EMOJI,
  /** Signs of ASCII, for places that can't show emoji. */
  ASCII
}
