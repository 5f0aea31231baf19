package dev.stageproof.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Finds text that YAML takes for a comment though it was hardly meant as one: {@code Issue #1100 is
 * gone} without quotes is no more than {@code Issue}. What is lost may be the half of a pattern, so
 * it is a problem and not left to chance.
 */
final class LostText {

  /** Comments have a space after their sign; what has none belongs to a sentence or a colour. */
  private static final Pattern COMMENT = Pattern.compile("^[ \\t]+#[^\\s#!].*");

  private LostText() {}

  static void check(Event event, SourceText source, Problems problems) {
    if (event instanceof ScalarEvent scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
      scalar.getEndMark().ifPresent(end -> check(end, source, problems));
    }
  }

  private static void check(Mark end, SourceText source, Problems problems) {
    String line = source.line(end.getLine() + 1);
    int column = Math.min(end.getColumn(), line.codePointCount(0, line.length()));
    Matcher rest = COMMENT.matcher(line.substring(line.offsetByCodePoints(0, column)));
    if (rest.matches()) {
      String lost = rest.group().strip();
      int start = column + rest.group().indexOf('#');
      problems.add(
          new Span(end.getLine() + 1, start + 1, lost.codePointCount(0, lost.length())),
          "the text ends here: YAML takes the rest of the line for a comment",
          Optional.of("put the whole text in quotes; a comment has a space after its `#`"));
    }
  }
}
