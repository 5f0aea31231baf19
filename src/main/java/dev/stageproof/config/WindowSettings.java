package dev.stageproof.config;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The stretch of time for log searches, as it is configured. Without a start it begins when the
 * revision was created; without an end it ends when the run began.
 *
 * @param since length before the beginning of the run; never together with {@code from}
 * @param from inclusive start
 * @param to exclusive end, after {@code from}
 */
@Doc(
    "The stretch of time that log searches cover; by default from the revision's start until the"
        + " run began.")
public record WindowSettings(
    @Doc(value = "Begin this long before the run began; excludes `from`.", example = "30m")
        Optional<Duration> since,
    @Doc(value = "Begin at this instant, inclusive.", example = "2026-09-15T08:26:00Z")
        Optional<Instant> from,
    @Doc(
            value = "End at this instant, exclusive; by default when the run began.",
            example = "2026-09-15T08:47:00Z")
        Optional<Instant> to) {

  public WindowSettings {
    if (since.isPresent() && from.isPresent()) {
      throw new InvalidSetting("since", "the window begins twice: give `since` or `from`");
    }
    if (since.filter(Duration::isZero).isPresent()) {
      throw new InvalidSetting("since", "`since` must be longer than nothing");
    }
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new InvalidSetting("to", "the window ends before it begins: `to` must be after `from`");
    }
  }
}
