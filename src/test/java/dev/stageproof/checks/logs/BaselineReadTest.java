package dev.stageproof.checks.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckContext.Known;
import dev.stageproof.spi.CheckContext.Role;
import dev.stageproof.spi.CheckPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The log of what a run is compared with: it is over, and nothing is sent to it. */
class BaselineReadTest {
  private static final Window WINDOW = new Window(SampleLog.START, SampleLog.END);

  @Test
  void noMarkedRequestIsSent() {
    CheckPlan plan = look(Runs.LIVE).plan(context(SampleLog.END.plusSeconds(600), true));

    LogReadRequest request = (LogReadRequest) ((CheckPlan.Ask) plan).requests().get(0);
    assertThat(request.window()).isEqualTo(WINDOW);
    assertThat(request.watermarking())
        .isEqualTo(new Watermarking(How.OFF, Duration.ZERO, Optional.empty(), false));
  }

  @Test
  void whatLiesFarEnoughBackIsSettled() {
    assertThat(rules(SampleLog.complete(), 120))
        .contains(
            Assertion.of(
                "log ingestion",
                "a window that ended at least 120.0 s before the run",
                "ended 120.0 s before it",
                true))
        .allMatch(rule -> rule.outcome() == Outcome.PASS);
  }

  @Test
  void whatMayStillBeToComeIsOpen() {
    assertThat(rules(SampleLog.complete(), 119))
        .contains(
            Assertion.unsettled(
                "log ingestion",
                "a window that ended at least 120.0 s before the run",
                "ended 119.0 s before it",
                "run again when the window lies further back, or lower `read.max-lag`"));
  }

  @Test
  void aLogWithoutEntriesHasNotMissedAnything() {
    assertThat(rules(SampleLog.of(0, 0), 600))
        .filteredOn(rule -> rule.what().equals("entries read"))
        .extracting(Assertion::outcome)
        .containsExactly(Outcome.INCONCLUSIVE);
  }

  @Test
  void aBaselineThatHasHardlyLivedSaysSo() {
    CheckPlan plan = look(Runs.LIVE).plan(context(SampleLog.END, false));

    assertThat(((CheckPlan.Impossible) plan).gap().message())
        .isEqualTo("the baseline has not lived long enough to have a log that is settled");
  }

  /** What a lower bound that was not reached rests on, that long after the window. */
  private static List<Assertion> rules(SampleLog log, int secondsLater) {
    return look(Runs.LIVE)
        .reading(context(SampleLog.END.plusSeconds(secondsLater), true), Runs.seen(log))
        .rules()
        .forPresence();
  }

  private static LogLook look(ReadSettings read) {
    return new LogLook(
        read, new ExposureSettings(1, 0), Optional.empty(), LogQuestions.nothingMore());
  }

  private static CheckContext context(Instant now, boolean lived) {
    CheckContext run = Runs.usual();
    return new CheckContext(
        now,
        new Known(((Known) run.target()).identity(), Role.BASELINE),
        run.serviceUrl(),
        lived ? Optional.of(WINDOW) : Optional.empty(),
        run.directory(),
        run.timeout());
  }
}
