package dev.stageproof.checks.logmetric;

import dev.stageproof.model.Doc;
import java.time.Duration;
import java.util.Optional;

/** A range of lengths of time. */
@Doc("A range of lengths of time, both bounds included.")
public record DurationRange(
    @Doc(value = "The shortest.", example = "1ms") Optional<Duration> min,
    @Doc(value = "The longest.", example = "300ms") Optional<Duration> max) {

  private static final double NANOS_PER_MILLI = 1e6;

  public DurationRange {
    NumberRange.requireOrder(min, max);
  }

  Limits limits() {
    return new Limits(
        min.map(DurationRange::millis), max.map(DurationRange::millis), Quantity.MILLISECONDS);
  }

  private static double millis(Duration length) {
    return length.toNanos() / NANOS_PER_MILLI;
  }
}
