package dev.stageproof.probes.entries;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.stageproof.observe.Regex;
import java.util.Optional;

/**
 * A regular expression made ready for many texts: compiled once, and tried only where the text that
 * it requires stands, because looking for that is many times faster.
 */
final class Search {
  private final String needle;
  private final Pattern pattern;

  Search(String regex) {
    this.needle = RequiredLiteral.of(regex).orElse("");
    this.pattern = Regex.parse(regex).pattern();
  }

  boolean foundIn(String text) {
    return text.contains(needle) && pattern.matcher(text).find();
  }

  /** The first match, for its groups. */
  Optional<Matcher> first(String text) {
    if (!text.contains(needle)) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  int groups() {
    return pattern.groupCount();
  }
}
