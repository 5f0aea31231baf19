package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Unit;
import dev.stageproof.model.Window;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 ms",
    "PT0.0032S, 3.2 ms",
    "PT0.412S, 412 ms",
    "PT0.9999S, 1 s",
    "PT1S, 1 s",
    "PT8.04S, 8.04 s",
    "PT9.996S, 10 s",
    "PT41.23S, 41.2 s",
    "PT59.949S, 59.9 s",
    "PT59.96S, 1 min",
    "PT149S, 2 min 29 s",
    "PT21M, 21 min",
    "PT3H12M40S, 3 h 12 min",
    "P12DT3H, 12 d 3 h",
    "PT-149S, 2 min 29 s"
  })
  void durationsReadWell(Duration length, String text) {
    assertThat(Figures.duration(length)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "4312; COUNT; 4,312",
        "2.5; COUNT; 2.5",
        "8040; MILLISECONDS; 8.04 s",
        "212; MILLISECONDS; 212 ms",
        "-5; MILLISECONDS; -5 ms",
        "90; SECONDS; 1 min 30 s",
        "1; DAYS; 1 day",
        "61.25; DAYS; 61.3 days",
        "536870912; BYTES; 512 MiB",
        "17; BYTES; 17 B",
        "99.5; PERCENT; 99.5 %",
        "NaN; COUNT; not a number"
      })
  void measuredValuesHaveTheirUnit(double value, Unit unit, String text) {
    assertThat(Figures.measured(value, unit)).isEqualTo(text);
  }

  @Test
  void timesAreUtc() {
    Instant instant = Instant.parse("2025-09-15T08:47:09.120Z");

    assertThat(Figures.minute(instant)).isEqualTo("2025-09-15 08:47 UTC");
    assertThat(Figures.second(instant)).isEqualTo("2025-09-15 08:47:09 UTC");
    assertThat(Figures.moment(instant)).isEqualTo("08:47:09.120");
  }

  @Test
  void windowNamesTheSecondDayOnlyWhenItDiffers() {
    Instant start = Instant.parse("2025-09-15T23:50:00Z");

    assertThat(Figures.window(new Window(start, start.plusSeconds(300))))
        .isEqualTo("2025-09-15 23:50:00–23:55:00 UTC, 5 min");
    assertThat(Figures.window(new Window(start, start.plusSeconds(1_200))))
        .isEqualTo("2025-09-15 23:50:00–2025-09-16 00:10:00 UTC, 20 min");
  }

  @Test
  void lengthBesideTwoTimesIsWhatAReaderGetsWhoSubtractsThem() {
    Instant start = Instant.parse("2025-09-15T10:41:30.364Z");

    assertThat(Figures.window(new Window(start, Instant.parse("2025-09-15T11:02:30.892Z"))))
        .isEqualTo("2025-09-15 10:41:30–11:02:30 UTC, 21 min");
    assertThat(Figures.window(new Window(start, start.plusMillis(1_500))))
        .isEqualTo("2025-09-15 10:41:30–10:41:31 UTC, 1.5 s");
  }

  @Test
  void smallRatesAreNotRoundedToNothing() {
    assertThat(Figures.rate(0)).isEqualTo("0");
    assertThat(Figures.rate(0.00002)).isEqualTo("<0.001");
    assertThat(Figures.rate(3.1512)).isEqualTo("3.151");
    assertThat(Figures.rate(Double.NaN)).isEqualTo("not a number");
  }

  @Test
  void countsHaveThousandsSeparators() {
    assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Figures.count(1, "entry", "entries")).isEqualTo("1 entry");
    assertThat(Figures.count(0, "entry", "entries")).isEqualTo("0 entries");
  }
}
