package dev.stageproof.probes.entries;

import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogNumber;
import dev.stageproof.observe.LogQuestions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Literal texts that an entry must hold to matter: far cheaper to look for than a pattern. */
public final class Needles {
  private Needles() {}

  /** A text that stands in every hit of the matcher, case-sensitively; not every regex has one. */
  public static Optional<String> of(LogMatcher matcher) {
    return switch (matcher.kind()) {
      case LITERAL -> Optional.of(matcher.pattern()).filter(text -> !text.isEmpty());
      case REGEX -> RequiredLiteral.of(matcher.pattern());
    };
  }

  /** A text that stands in every entry that names the number. */
  public static Optional<String> of(LogNumber number) {
    return RequiredLiteral.of(number.pattern());
  }

  /**
   * Texts of which at least one stands in every entry that is a hit or names a number; none when
   * some pattern requires no text. Signatures are not part of it: they take every entry of their
   * severity.
   */
  public static Optional<List<String>> of(LogQuestions questions) {
    List<Optional<String>> needles =
        Stream.concat(
                questions.matchers().stream().map(Needles::of),
                questions.numbers().stream().map(Needles::of))
            .toList();
    return needles.stream().allMatch(Optional::isPresent)
        ? Optional.of(needles.stream().flatMap(Optional::stream).distinct().toList())
        : Optional.empty();
  }
}
