package dev.stageproof.checks.logmetric;

import dev.stageproof.model.Doc;
import java.util.Optional;

/** A range of shares. */
@Doc("A range of shares, both bounds included.")
public record PercentRange(
    @Doc(value = "The lowest share.", example = "0%") Optional<Percent> min,
    @Doc(value = "The highest share.", example = "1%") Optional<Percent> max) {

  public PercentRange {
    NumberRange.requireOrder(min.map(Percent::value), max.map(Percent::value));
  }

  Limits limits() {
    return new Limits(min.map(Percent::value), max.map(Percent::value), Quantity.PERCENT);
  }
}
