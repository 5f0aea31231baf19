package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stageproof.model.LogFindings.Read;
import dev.stageproof.model.Window;
import dev.stageproof.report.Chart.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLineTest {
  private static final Instant START = Instant.parse("2025-09-15T12:24:02.900Z");

  @Test
  void barsAndNumbersTellTheSame() {
    TimeLine line = timeLine(Duration.ofSeconds(30), List.of(20L, 96L, 60L, 0L, 6L));

    assertThat(line.bars()).isEqualTo("▂█▅·▁");
    assertThat(line.numbers()).isEqualTo("20, 96, 60, 0, 6");
    assertThat(line.from()).isEqualTo("12:24:02 UTC");
    assertThat(line.chart().highest()).isEqualTo("96");
    assertThat(line.chart().bars())
        .extracting(Bar::name, Bar::value, Bar::height)
        .containsExactly(
            tuple("2025-09-15 12:24:02 UTC", "20", 21),
            tuple("2025-09-15 12:24:32 UTC", "96", 100),
            tuple("2025-09-15 12:25:02 UTC", "60", 63),
            tuple("2025-09-15 12:25:32 UTC", "0", 0),
            tuple("2025-09-15 12:26:02 UTC", "6", 7));
  }

  @Test
  void oneEntryAmongMillionsStillShows() {
    assertThat(timeLine(Duration.ofMinutes(1), List.of(1L, 5_000_000L)).bars()).isEqualTo("▁█");
  }

  @Test
  void silenceIsShownAsSilence() {
    assertThat(timeLine(Duration.ofMinutes(1), List.of(0L, 0L)).bars()).isEqualTo("··");
  }

  @Test
  void manyNumbersAreShortenedAndNameTheirExtremes() {
    TimeLine line = timeLine(Duration.ofMinutes(1), Collections.nCopies(60, 1_234L));

    assertThat(line.bars()).hasSize(60);
    assertThat(line.numbers())
        .isEqualTo(
            "1,234, 1,234, 1,234, 1,234, 1,234, 1,234, 1,234, 1,234, … 48 more …,"
                + " 1,234, 1,234, 1,234, 1,234; highest 1,234, lowest 1,234");
  }

  @ParameterizedTest
  @CsvSource({"PT1S, second", "PT30S, 30 s", "PT1M, minute", "PT5M, 5 min", "PT1H, hour"})
  void stepIsNamed(Duration step, String name) {
    assertThat(timeLine(step, List.of(1L)).step()).isEqualTo(name);
  }

  @Test
  void readOfNothingHasNoTimeLine() {
    assertThat(TimeLine.of(read(Duration.ZERO, List.of(1L)))).isEmpty();
    assertThat(TimeLine.of(read(Duration.ofMinutes(1), List.of()))).isEmpty();
  }

  private static TimeLine timeLine(Duration step, List<Long> counts) {
    return TimeLine.of(read(step, counts)).orElseThrow();
  }

  private static Read read(Duration step, List<Long> counts) {
    return new Read(
        "a revision",
        new Window(START, START.plusSeconds(600)),
        1,
        0,
        Map.of(),
        true,
        Optional.empty(),
        "proof",
        1,
        Optional.empty(),
        step,
        counts);
  }
}
