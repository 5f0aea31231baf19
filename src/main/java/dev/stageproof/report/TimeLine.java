package dev.stageproof.report;

import dev.stageproof.model.LogFindings.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Entries over time, as bars and as numbers, so that it can be read where bars can't.
 *
 * @param step the length of time that each bar stands for: "minute", "30 s"
 * @param from when the first one begins
 * @param bars one character for each step; "·" where there was no entry at all
 * @param numbers the same in figures, those in the middle left out when there are many
 * @param chart the same as a drawing, each bar with its time and its figure
 */
public record TimeLine(String step, String from, String bars, String numbers, Chart chart) {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final String NOTHING = "·";
  private static final int ALL_SHOWN = 20;
  private static final int FIRST_SHOWN = 8;
  private static final int LAST_SHOWN = 4;

  /** Empty when the read has no time line. */
  static Optional<TimeLine> of(Read read) {
    List<Long> counts = read.timeline();
    if (counts.isEmpty() || read.step().isZero()) {
      return Optional.empty();
    }
    long highest = Collections.max(counts);
    return Optional.of(
        new TimeLine(
            step(read.step()),
            Figures.clock(read.window().start()),
            counts.stream().map(count -> bar(count, highest)).collect(Collectors.joining()),
            numbers(counts, highest),
            chart(read)));
  }

  private static Chart chart(Read read) {
    List<Chart.Amount> amounts = new ArrayList<>();
    for (long count : read.timeline()) {
      Instant start = read.window().start().plus(read.step().multipliedBy(amounts.size()));
      amounts.add(new Chart.Amount(Figures.second(start), Figures.count(count), count));
    }
    return Chart.of(amounts);
  }

  private static String step(Duration step) {
    if (step.equals(Duration.ofSeconds(1))) {
      return "second";
    }
    if (step.equals(Duration.ofMinutes(1))) {
      return "minute";
    }
    return step.equals(Duration.ofHours(1)) ? "hour" : Figures.duration(step);
  }

  /** The highest count fills the bar; any entry at all shows. */
  private static String bar(long count, long highest) {
    if (count <= 0) {
      return NOTHING;
    }
    int level = (int) Math.ceil((double) count / highest * BARS.length());
    return BARS.substring(level - 1, level);
  }

  private static String numbers(List<Long> counts, long highest) {
    if (counts.size() <= ALL_SHOWN) {
      return joined(counts);
    }
    int last = counts.size() - LAST_SHOWN;
    return joined(counts.subList(0, FIRST_SHOWN))
        + ", … "
        + Figures.count(last - FIRST_SHOWN)
        + " more …, "
        + joined(counts.subList(last, counts.size()))
        + "; highest "
        + Figures.count(highest)
        + ", lowest "
        + Figures.count(Collections.min(counts));
  }

  private static String joined(List<Long> counts) {
    return counts.stream().map(Figures::count).collect(Collectors.joining(", "));
  }
}
