package dev.stageproof.checks.logs;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Mark;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.Watermarking.How;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether ingestion has passed the end of the window, so that what was not read was not written.
 *
 * @param revision the revision under test; an entry of another one proves nothing about its log
 */
record IngestionRule(How how, String revision, LogReadObservation seen) {

  private static final String WHAT = "log ingestion";

  Assertion assertion() {
    if (how == How.OFF) {
      return open(
          "not looked at: `read.watermark` is off",
          "set `read.watermark` to request or newest-entry, then run again");
    }
    Optional<String> other = otherRevision();
    if (other.isPresent() && !newestPassed()) {
      return open(
          "the marked request was answered by " + other.get(),
          "set `target.url` to an address that only "
              + revision
              + " answers, such as its tag's, then run again");
    }
    return watermark().passed() ? passed() : behind();
  }

  /** What was written so long before the run has been ingested, by the wait that is allowed for. */
  static Assertion settled(Window window, Instant now, Duration maxLag) {
    Duration since = Duration.between(window.end(), now);
    return ExposureRules.rule(
        WHAT,
        "a window that ended at least " + Texts.seconds(maxLag) + " before the run",
        "ended " + Texts.seconds(since) + " before it",
        since.compareTo(maxLag) >= 0,
        "run again when the window lies further back, or lower `read.max-lag`");
  }

  private Assertion passed() {
    String actual =
        watermark()
            .mark()
            .filter(mark -> otherRevision().isEmpty())
            .flatMap(Mark::lag)
            .map(lag -> "marked request readable after " + Texts.seconds(lag))
            .orElseGet(this::newest);
    return Assertion.of(WHAT, expected(), actual, true);
  }

  private Assertion behind() {
    String waited = newest() + " after waiting " + Texts.seconds(watermark().waited());
    if (watermark().mark().isEmpty()) {
      return open(waited, "send a request to the service, raise `read.max-lag`, then run again");
    }
    boolean answered = watermark().mark().flatMap(Mark::status).isPresent();
    return answered
        ? open(
            "marked request not readable, " + waited,
            "raise `read.max-lag`, and see that request logs are not excluded from the log store")
        : open(
            "marked request not answered, " + waited,
            "let the service answer, or set `read.watermark` to newest-entry, then run again");
  }

  private Assertion open(String actual, String settle) {
    return Assertion.unsettled(WHAT, expected(), actual, settle);
  }

  private String expected() {
    return "an entry at or after " + Texts.instant(end());
  }

  private String newest() {
    return Reads.newest(watermark());
  }

  private Optional<String> otherRevision() {
    return watermark().mark().flatMap(Mark::revision).filter(name -> !name.equals(revision));
  }

  private boolean newestPassed() {
    return watermark().newest().filter(newest -> !newest.isBefore(end())).isPresent();
  }

  private Instant end() {
    return seen.window().end();
  }

  private Watermark watermark() {
    return seen.watermark();
  }
}
