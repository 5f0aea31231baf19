package dev.stageproof.checks.logmetric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.Runs;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.Regex;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogMetricSettingsTest {
  private static final Optional<NumberRange> NONE = Optional.empty();
  private static final NumberRange SOME = new NumberRange(Optional.of(1.0), Optional.empty());
  private static final Optional<NumberBounds> EXPECT =
      Optional.of(new NumberBounds(NONE, NONE, NONE, NONE, NONE, NONE, NONE, Optional.of(SOME)));
  private static final Optional<RequestBounds> REQUESTS =
      Optional.of(
          new RequestBounds(
              Optional.of(SOME),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));

  private static LogMetricSettings settings(
      Optional<String> number,
      Optional<String> unit,
      Optional<NumberBounds> expect,
      Optional<RequestBounds> requests) {
    return new LogMetricSettings(
        number.map(Regex::parse),
        unit,
        expect,
        Optional.empty(),
        requests,
        new ExposureSettings(1, 0),
        Optional.empty(),
        Runs.LIVE);
  }

  private static LogMetricSettings number(String regex) {
    return settings(Optional.of(regex), Optional.empty(), EXPECT, Optional.empty());
  }

  @Test
  void aNumberNeedsExactlyOneGroup() {
    String message =
        "`number` needs exactly one group, around the number, such as `pool: (\\d+)`;"
            + " other groups are written `(?:…)`";

    assertThatThrownBy(() -> number("pool: \\d+"))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage(message);
    assertThatThrownBy(() -> number("(pool|size): (\\d+)")).hasMessage(message);
    assertThat(number("(?:pool|size): (\\d+)").asked()).isPresent();
  }

  @Test
  void numberAndRequestsExcludeEachOther() {
    String message = "give exactly one of `number` and `requests`";

    assertThatThrownBy(() -> settings(Optional.of("(\\d)"), Optional.empty(), EXPECT, REQUESTS))
        .hasMessage(message);
    assertThatThrownBy(() -> settings(Optional.empty(), Optional.empty(), EXPECT, Optional.empty()))
        .hasMessage(message);
  }

  @Test
  void aNumberWithoutAnExpectationIsRefused() {
    assertThatThrownBy(
            () ->
                settings(
                    Optional.of("(\\d)"), Optional.empty(), Optional.empty(), Optional.empty()))
        .hasMessage("`number` and `expect` go together");
  }

  @Test
  void requestsHaveTheirOwnUnits() {
    assertThatThrownBy(
            () -> settings(Optional.empty(), Optional.of("ms"), Optional.empty(), REQUESTS))
        .hasMessage("`unit` goes with `number`, not with `requests`");
  }

  @Test
  void boundsOfNothingAreRefused() {
    assertThatThrownBy(() -> new NumberBounds(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE))
        .hasMessage("give at least one bound, such as `max: {max: 25}`");
    assertThatThrownBy(
            () ->
                new RequestBounds(
                    NONE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
        .hasMessage("give at least one bound, such as `error-rate: {max: 1%}`");
  }

  @Test
  void rangesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new NumberRange(Optional.empty(), Optional.empty()))
        .hasMessage("give `min`, `max` or both");
    assertThatThrownBy(() -> new NumberRange(Optional.of(2.0), Optional.of(1.0)))
        .hasMessage("`max` is below `min`");
    assertThatThrownBy(
            () ->
                new DurationRange(
                    Optional.of(Duration.ofSeconds(2)), Optional.of(Duration.ofSeconds(1))))
        .hasMessage("`max` is below `min`");
  }

  @Test
  void aShareIsWrittenInPercent() {
    assertThat(Percent.parse("0.50%")).hasToString("0.5%");
    assertThat(Percent.parse(Percent.parse("100%").toString())).isEqualTo(new Percent(100));
    assertThatThrownBy(() -> Percent.parse("101%"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`101%` is not a share from 0% to 100%, such as 1% or 0.5%");
    assertThatThrownBy(() -> Percent.parse("0.01"))
        .hasMessage("`0.01` is not a share from 0% to 100%, such as 1% or 0.5%");
  }

  @Test
  void knownUnitsAreTheRecordsOwn() {
    assertThat(Quantity.named("ms").unit()).isEqualTo(Unit.MILLISECONDS);
    assertThat(Quantity.named("bytes").metricName("max")).isEqualTo("max");
    assertThat(Quantity.named("connections").metricName("max")).isEqualTo("max (connections)");
    assertThat(Quantity.named("connections").text(20.0 + 1.0 / 3)).isEqualTo("20.333 connections");
  }

  @Test
  void limitsAreSaidInWords() {
    Quantity jobs = Quantity.named("jobs");

    assertThat(new Limits(Optional.of(1.0), Optional.of(2.5), jobs).words())
        .isEqualTo("1 to 2.5 jobs");
    assertThat(new Limits(Optional.of(100.0), Optional.of(100.0), jobs).words())
        .isEqualTo("exactly 100 jobs");
    assertThat(new Limits(Optional.of(300.0), Optional.of(1250.0), Quantity.MILLISECONDS).words())
        .isEqualTo("300 ms to 1.25 s");
    assertThat(new Limits(Optional.of(3.0), Optional.empty(), Quantity.COUNT).words())
        .isEqualTo("at least 3");
  }
}
