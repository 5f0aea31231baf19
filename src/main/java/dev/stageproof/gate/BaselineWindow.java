package dev.stageproof.gate;

import dev.stageproof.model.Identity;
import dev.stageproof.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Fixes the stretch of a baseline's life that its log searches cover: the same part of its life as
 * the run's window is of the tested revision's, because a revision says other things when it starts
 * than later.
 */
final class BaselineWindow {

  /** A tested revision may be minutes old; a baseline's first minutes alone say too little. */
  private static final Duration SHORTEST = Duration.ofHours(1);

  /** The wait for ingestion that log checks allow for, when not told otherwise. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  private BaselineWindow() {}

  /**
   * As long as the run's window, and at least {@link #SHORTEST}; but only what lies before the
   * tested revision's deployment, and is settled. Empty when the baseline has not lived as long.
   *
   * @param run the window of the revision under test
   */
  static Optional<Window> of(
      Identity baseline, Identity tested, Optional<Window> run, Instant now) {
    Instant born = baseline.deployedAt();
    Instant until = earlier(replaced(born, tested.deployedAt(), now), now.minus(SETTLED));
    Duration length = longer(run.map(Window::length).orElse(SHORTEST), SHORTEST);
    Instant alike =
        run.map(window -> born.plus(Duration.between(tested.deployedAt(), window.start())))
            .orElse(born);
    Instant start = later(born, earlier(alike, until.minus(length)));
    Instant end = earlier(until, start.plus(length));
    return start.isBefore(end) ? Optional.of(new Window(start, end)) : Optional.empty();
  }

  /** A baseline that is newer than what is under test has not been replaced by it. */
  private static Instant replaced(Instant born, Instant tested, Instant now) {
    return tested.isAfter(born) ? tested : now;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
