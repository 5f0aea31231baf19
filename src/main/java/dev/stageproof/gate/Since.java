package dev.stageproof.gate;

import dev.stageproof.shape.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Where a log window starts, as {@code --since} says. */
public sealed interface Since {

  /** That long before the run. */
  record Ago(Duration length) implements Since {}

  /** At that instant. */
  record At(Instant start) implements Since {}

  /**
   * Reads {@code 30m} or {@code 2026-09-15T08:26:09Z}.
   *
   * @throws UsageException when it is something else
   */
  static Since parse(String text) throws UsageException {
    Optional<Duration> ago = Durations.parse(text);
    if (ago.isPresent()) {
      return new Ago(ago.get());
    }
    try {
      return new At(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "`--since "
              + text
              + "` is neither a length of time such as 30m or 2h, nor a UTC time such as"
              + " 2026-09-15T08:26:09Z",
          e);
    }
  }
}
