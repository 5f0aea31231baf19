package dev.stageproof.gate;

import dev.stageproof.model.Subject;
import dev.stageproof.spi.TargetSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names runs as the team's reports are named: {@code staging-validation-965-20250915-0847}. */
final class ReportIds {
  private static final String PREFIX = "staging-validation-";
  private static final int LONGEST_TOPIC = 60;

  /** More runs than this with one name in one minute are a runaway loop. */
  private static final int MOST = 1000;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReportIds() {}

  /** The id and, for runs within the same minute, its numbered followers. */
  static Stream<String> candidates(
      Subject subject, Optional<TargetSettings> target, Instant startedAt) {
    String topic =
        subject
            .issue()
            .or(() -> target.map(TargetSettings::service))
            .map(ReportIds::safe)
            .orElse("");
    String base = PREFIX + (topic.isEmpty() ? "" : topic + "-") + MINUTE.format(startedAt);
    return IntStream.rangeClosed(1, MOST).mapToObj(n -> n == 1 ? base : base + "-" + n);
  }

  /** Lower-case letters, digits and hyphens only, so that no issue name can leave the folder. */
  private static String safe(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.substring(0, Math.min(plain.length(), LONGEST_TOPIC));
  }
}
