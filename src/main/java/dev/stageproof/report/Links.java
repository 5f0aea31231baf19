package dev.stageproof.report;

import java.util.List;
import java.util.Optional;

/**
 * Links in a row, the rest counted.
 *
 * @param shown the first ones
 * @param more "and 4 more"; empty when all are shown
 */
public record Links(List<Link> shown, Optional<String> more) {

  /** At most {@code limit} of them, but never just one left to count. */
  static Links of(List<Link> all, int limit) {
    if (all.size() <= limit + 1) {
      return new Links(List.copyOf(all), Optional.empty());
    }
    return new Links(
        List.copyOf(all.subList(0, limit)),
        Optional.of("and " + Figures.count(all.size() - limit) + " more"));
  }
}
