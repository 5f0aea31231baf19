package dev.stageproof.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece of foreign text shown as proof: a log line, a response body. Always hostile; formats
 * escape it.
 *
 * @param label where it comes from in a few words: "response body", "run.googleapis.com/stdout"
 * @param at when it was written, if it carries a time
 * @param level its severity as the source named it, if it has one: WARNING
 * @param text the text, already redacted and cut to size; a cut is marked in it
 */
public record Excerpt(
    @Doc("Where the text comes from.") String label,
    @Doc("When the text was written.") Optional<Instant> at,
    @Doc("The severity that the source gave it.") Optional<String> level,
    @Doc("The text, redacted and cut to size.") String text) {

  /** Text without a time or severity of its own. */
  public static Excerpt of(String label, String text) {
    return new Excerpt(label, Optional.empty(), Optional.empty(), text);
  }
}
