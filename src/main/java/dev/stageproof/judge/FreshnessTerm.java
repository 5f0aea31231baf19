package dev.stageproof.judge;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Confidence.Term;
import dev.stageproof.model.LogFindings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How old what was read in logs already was when it was read: an export, or a window that ended
 * long ago, says what was so then. Everything else is seen while the run is under way.
 */
final class FreshnessTerm {
  private static final String NAME = "freshness";

  /** A window ends where the run began; reading a log can take minutes. */
  private static final Duration FRESH = Duration.ofHours(1);

  private static final Duration OLD = Duration.ofDays(1);

  private FreshnessTerm() {}

  static Term of(List<Counted> checks) {
    Optional<Duration> oldest =
        checks.stream()
            .map(Counted::check)
            .flatMap(check -> age(check).stream())
            .max(Comparator.naturalOrder());
    return oldest
        .filter(age -> age.compareTo(FRESH) > 0)
        .map(age -> new Term(NAME, words(age), age.compareTo(OLD) > 0 ? Level.LOW : Level.MEDIUM))
        .orElseGet(() -> new Term(NAME, "seen in this run", Level.HIGH));
  }

  private static Optional<Duration> age(CheckResult check) {
    if (check.attempts().isEmpty()) {
      return Optional.empty();
    }
    Attempt last = check.attempts().get(check.attempts().size() - 1);
    return last.evaluation()
        .logs()
        .map(LogFindings::read)
        .map(read -> Duration.between(read.window().end(), last.startedAt()));
  }

  private static String words(Duration age) {
    String ago = age.compareTo(OLD) > 0 ? age.toDays() + " d" : age.toHours() + " h";
    return "a log was read that ends " + ago + " before the run";
  }
}
