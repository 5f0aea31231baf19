package dev.stageproof.checks.logpattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.logpattern.LogPatternSettings.Count;
import dev.stageproof.checks.logpattern.LogPatternSettings.MinimalExposure;
import dev.stageproof.checks.logpattern.LogPatternSettings.Presence;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.Regex;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogPatternSettingsTest {
  private static final Optional<String> LITERAL = Optional.of("text");
  private static final Optional<Regex> REGEX = Optional.of(Regex.parse("a.*b"));
  private static final Optional<Presence> ABSENT = Optional.of(Presence.ABSENT);
  private static final Optional<Count> COUNT =
      Optional.of(new Count(Optional.of(1), Optional.of(3)));

  private static LogPatternSettings settings(
      Optional<String> literal,
      Optional<Regex> regex,
      Optional<Presence> expect,
      Optional<Count> count) {
    return settings(literal, regex, expect, count, Duration.ofSeconds(15), 100);
  }

  private static LogPatternSettings settings(
      Optional<String> literal,
      Optional<Regex> regex,
      Optional<Presence> expect,
      Optional<Count> count,
      Duration maxLag,
      int maxEntries) {
    return new LogPatternSettings(
        literal,
        regex,
        expect,
        count,
        Optional.of(LogSeverity.WARNING),
        new MinimalExposure(1, 0),
        maxLag,
        maxEntries);
  }

  @Test
  void aLiteralAndARegexAreMatchers() {
    assertThat(settings(LITERAL, Optional.empty(), ABSENT, Optional.empty()).matcher())
        .isEqualTo(
            new LogMatcher(LogMatcher.Kind.LITERAL, "text", Optional.of(LogSeverity.WARNING)));
    assertThat(settings(Optional.empty(), REGEX, ABSENT, Optional.empty()).matcher())
        .isEqualTo(new LogMatcher(LogMatcher.Kind.REGEX, "a.*b", Optional.of(LogSeverity.WARNING)));
  }

  @Test
  void presenceAbsenceAndCountAreBounds() {
    assertThat(
            settings(LITERAL, Optional.empty(), Optional.of(Presence.PRESENT), Optional.empty())
                .bounds())
        .isEqualTo(new HitBounds(1, Optional.empty()));
    assertThat(settings(LITERAL, Optional.empty(), ABSENT, Optional.empty()).bounds())
        .isEqualTo(new HitBounds(0, Optional.of(0)));
    assertThat(settings(LITERAL, Optional.empty(), Optional.empty(), COUNT).bounds())
        .isEqualTo(new HitBounds(1, Optional.of(3)));
  }

  @Test
  void boundsAreSaidInWords() {
    assertThat(new HitBounds(1, Optional.empty()).words()).isEqualTo("at least 1");
    assertThat(new HitBounds(0, Optional.of(0)).words()).isEqualTo("none");
    assertThat(new HitBounds(0, Optional.of(3)).words()).isEqualTo("at most 3");
    assertThat(new HitBounds(2, Optional.of(2)).words()).isEqualTo("exactly 2");
    assertThat(new HitBounds(1, Optional.of(3)).words()).isEqualTo("1 to 3");
  }

  @Test
  void literalAndRegexExcludeEachOther() {
    String message = "give exactly one of `literal` and `regex`";

    assertThatThrownBy(() -> settings(LITERAL, REGEX, ABSENT, Optional.empty()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage(message);
    assertThatThrownBy(() -> settings(Optional.empty(), Optional.empty(), ABSENT, Optional.empty()))
        .hasMessage(message);
  }

  @Test
  void expectAndCountExcludeEachOther() {
    String message = "give exactly one of `expect` and `count`";

    assertThatThrownBy(() -> settings(LITERAL, Optional.empty(), ABSENT, COUNT))
        .hasMessage(message);
    assertThatThrownBy(
            () -> settings(LITERAL, Optional.empty(), Optional.empty(), Optional.empty()))
        .hasMessage(message);
  }

  @Test
  void anEmptyLiteralIsRefused() {
    assertThatThrownBy(() -> settings(Optional.of(""), Optional.empty(), ABSENT, Optional.empty()))
        .hasMessage("`literal` must not be empty: it would match all");
  }

  @Test
  void boundsOfTheReadAreChecked() {
    assertThatThrownBy(
            () ->
                settings(
                    LITERAL,
                    Optional.empty(),
                    ABSENT,
                    Optional.empty(),
                    Duration.ofSeconds(-1),
                    100))
        .hasMessage("`max-lag` must not be negative");
    assertThatThrownBy(
            () -> settings(LITERAL, Optional.empty(), ABSENT, Optional.empty(), Duration.ZERO, 0))
        .hasMessage("`max-entries` is 1 or more");
  }

  @Test
  void countsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Count(Optional.empty(), Optional.empty()))
        .hasMessage("give `min`, `max` or both");
    assertThatThrownBy(() -> new Count(Optional.of(-1), Optional.empty()))
        .hasMessage("`min` is 0 or more");
    assertThatThrownBy(() -> new Count(Optional.of(2), Optional.of(1)))
        .hasMessage("`max` is below `min`");
  }

  @Test
  void anExposureOfNothingIsRefused() {
    assertThatThrownBy(() -> new MinimalExposure(0, 0)).hasMessage("`min-entries` is 1 or more");
    assertThatThrownBy(() -> new MinimalExposure(1, -1)).hasMessage("`min-requests` is 0 or more");
  }
}
