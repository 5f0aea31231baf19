package dev.stageproof.probes.entries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTallyTest {
  private static final Instant START = Lines.START;

  @Test
  void nothingHasNoBuckets() {
    assertThat(new TimelineTally(START).over(window(600)))
        .isEqualTo(new Timeline(START, Duration.ZERO, List.of()));
  }

  @Test
  void bucketsCoverTheWholeWindowInARoundStep() {
    TimelineTally tally = new TimelineTally(START);
    tally.add(START.plusSeconds(30));
    tally.add(START.plusSeconds(59));

    Timeline seen = tally.over(window(21 * 60));

    assertThat(seen.start()).isEqualTo(START);
    assertThat(seen.step()).isEqualTo(Duration.ofSeconds(30));
    assertThat(seen.counts()).hasSize(42).startsWith(0L, 2L, 0L).endsWith(0L);
  }

  @Test
  void theWindowsEndIsNotPartOfIt() {
    TimelineTally tally = new TimelineTally(START);
    tally.add(START);

    assertThat(tally.over(window(60)).counts()).hasSize(60);
    assertThat(tally.over(window(61)).counts()).hasSize(13);
  }

  @Test
  void anEntryLongBeforeTheStartIsCountedToo() {
    TimelineTally tally = new TimelineTally(START);
    tally.add(START.plusSeconds(5));
    tally.add(START.minus(Duration.ofHours(2)));

    Timeline seen = tally.over(window(60));

    assertThat(seen.step()).isEqualTo(Duration.ofMinutes(5));
    assertThat(seen.start()).isEqualTo(START.minus(Duration.ofHours(2)));
    assertThat(seen.counts()).hasSize(25).startsWith(1L).endsWith(1L);
  }

  @Test
  void theOrderDoesNotMatterAndNothingIsLost() {
    Random random = new Random(3);
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      times.add(START.plusSeconds((long) (Math.pow(random.nextDouble(), 4) * 5_000_000)));
    }
    Timeline sorted = over(times.stream().sorted().toList());
    Collections.shuffle(times, random);

    assertThat(over(times)).isEqualTo(sorted);
    assertThat(sorted.counts()).hasSizeLessThanOrEqualTo(60);
    assertThat(sorted.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(2000);
    assertThat(sorted.counts().get(0))
        .isEqualTo(times.stream().filter(START.plus(sorted.step())::isAfter).count());
  }

  @Test
  void centuriesFitIn() {
    TimelineTally tally = new TimelineTally(Instant.EPOCH);
    tally.add(Instant.parse("0001-01-01T00:00:00Z"));
    tally.add(Instant.parse("9999-12-31T23:59:59Z"));

    Timeline seen = tally.over(window(60));

    assertThat(seen.counts()).hasSizeLessThanOrEqualTo(60).startsWith(1L).endsWith(1L);
  }

  private static Timeline over(List<Instant> times) {
    TimelineTally tally = new TimelineTally(START);
    times.forEach(tally::add);
    return tally.over(window(5_000_000));
  }

  private static Window window(long seconds) {
    return new Window(START, START.plusSeconds(seconds));
  }
}
