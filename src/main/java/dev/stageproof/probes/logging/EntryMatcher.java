package dev.stageproof.probes.logging;

import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.Regex;
import java.util.function.Predicate;

/** A matcher made ready for many entries: the expression is compiled once. */
final class EntryMatcher {
  private final LogSeverity lowest;
  private final Predicate<String> text;

  EntryMatcher(LogMatcher matcher) {
    this.lowest = matcher.atLeast().orElse(LogSeverity.DEFAULT);
    this.text =
        switch (matcher.kind()) {
          case LITERAL -> candidate -> candidate.contains(matcher.pattern());
          case REGEX -> Regex.parse(matcher.pattern()).pattern().asPredicate();
        };
  }

  boolean matches(ReadEntry entry) {
    return entry.severity().compareTo(lowest) >= 0 && text.test(entry.text());
  }
}
