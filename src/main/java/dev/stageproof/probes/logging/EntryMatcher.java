package dev.stageproof.probes.logging;

import com.google.re2j.Pattern;
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
          case REGEX -> found(Regex.parse(matcher.pattern()).pattern());
        };
  }

  boolean matches(ReadEntry entry) {
    return entry.severity().compareTo(lowest) >= 0 && text.test(entry.text());
  }

  private static Predicate<String> found(Pattern pattern) {
    return candidate -> pattern.matcher(candidate).find();
  }
}
