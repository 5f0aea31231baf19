package dev.stageproof.checks.logpattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.logpattern.LogPatternSettings.Count;
import dev.stageproof.checks.logpattern.LogPatternSettings.Presence;
import dev.stageproof.checks.logpattern.LogPatternSettings.SeenIn;
import dev.stageproof.checks.logs.BaselineSettings;
import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.Runs;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.Regex;
import java.util.List;
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
    return new LogPatternSettings(
        literal,
        regex,
        expect,
        count,
        Optional.of(LogSeverity.WARNING),
        Optional.empty(),
        Optional.empty(),
        false,
        new ExposureSettings(1, 0),
        Optional.empty(),
        Runs.LIVE);
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
        .contains(new HitBounds(1, Optional.empty()));
    assertThat(settings(LITERAL, Optional.empty(), ABSENT, Optional.empty()).bounds())
        .contains(new HitBounds(0, Optional.of(0)));
    assertThat(settings(LITERAL, Optional.empty(), Optional.empty(), COUNT).bounds())
        .contains(new HitBounds(1, Optional.of(3)));
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
    assertThatThrownBy(() -> settings(LITERAL, Optional.empty(), ABSENT, COUNT))
        .hasMessage("give at most one of `expect` and `count`");
    assertThatThrownBy(
            () -> settings(LITERAL, Optional.empty(), Optional.empty(), Optional.empty()))
        .hasMessage("give `expect`, `count` or `no-more-than-baseline`");
  }

  @Test
  void anEmptyLiteralIsRefused() {
    assertThatThrownBy(() -> settings(Optional.of(""), Optional.empty(), ABSENT, Optional.empty()))
        .hasMessage("`literal` must not be empty: it would match all");
  }

  private static LogPatternSettings compared(
      Optional<SeenIn> seenIn, boolean noMore, Optional<BaselineSettings> baseline) {
    return new LogPatternSettings(
        LITERAL,
        Optional.empty(),
        ABSENT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        seenIn,
        noMore,
        new ExposureSettings(1, 0),
        baseline,
        Runs.LIVE);
  }

  private static LogPatternSettings sampled(Regex regex, List<String> match, List<String> noMatch) {
    return new LogPatternSettings(
        Optional.empty(),
        Optional.of(regex),
        ABSENT,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Samples(match, noMatch)),
        Optional.empty(),
        false,
        new ExposureSettings(1, 0),
        Optional.empty(),
        Runs.LIVE);
  }

  @Test
  void samplesThatThePatternTellsApartAreTaken() {
    assertThat(sampled(REGEX.get(), List.of("x a-b x"), List.of("ba")).samples()).isPresent();
  }

  @Test
  void aSampleThatThePatternMissesIsRefused() {
    assertThatThrownBy(() -> sampled(REGEX.get(), List.of("ab", "ba"), List.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("the pattern must match, and is not found in: ba");
  }

  @Test
  void aSampleThatThePatternMustNotHitIsRefused() {
    assertThatThrownBy(() -> sampled(REGEX.get(), List.of(), List.of("ba", "aab")))
        .hasMessage("the pattern must not match, and is found in: aab");
  }

  @Test
  void samplesOfALiteralAreHeldAgainstItsText() {
    LogMatcher dots = new LogMatcher(LogMatcher.Kind.LITERAL, "a.b", Optional.empty());

    assertThatThrownBy(() -> new Samples(List.of("axb"), List.of()).requireOf(dots))
        .hasMessage("the pattern must match, and is not found in: axb");
  }

  @Test
  void noSamplesAtAllAreRefused() {
    assertThatThrownBy(() -> new Samples(List.of(), List.of()))
        .hasMessage("give `match`, `no-match` or both");
  }

  @Test
  void aComparisonNeedsABaseline() {
    assertThatThrownBy(() -> compared(Optional.of(SeenIn.BASELINE), false, Optional.empty()))
        .hasMessage("`seen-in` needs a `baseline`: {revision: previous}");
    assertThatThrownBy(() -> compared(Optional.empty(), true, Optional.empty()))
        .hasMessage("`no-more-than-baseline` needs a `baseline`: {revision: previous}");
  }

  @Test
  void aBaselineIsHeldAgainstTheRead() {
    BaselineSettings named =
        new BaselineSettings(
            Optional.of("a"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThatThrownBy(() -> compared(Optional.empty(), false, Optional.of(named)))
        .hasMessage("a named `revision` needs `from` and `to`");
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
}
