package dev.stageproof.checks.testsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.TestRunObservation;
import dev.stageproof.observe.TestRunObservation.Counts;
import dev.stageproof.observe.TestRunObservation.Report;
import dev.stageproof.observe.TestRunObservation.Result;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The check on reports that are there. */
class ExistingReportsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final TestSuiteCheck CHECK = new TestSuiteCheck();

  @Test
  void needsNoConsentAndTellsTheAge() {
    CheckPlan.Ask plan = (CheckPlan.Ask) CHECK.plan(settings(Optional.empty()), context());

    assertThat(plan.requests()).noneMatch(Request::executes);
    assertThat(evaluate(settings(Optional.empty()), Optional.empty()).headline())
        .isEqualTo("3 passed; oldest report 2 d 4 h old");
  }

  @Test
  void tooOldIsInconclusive() {
    Evaluation result = evaluate(settings(Optional.of(Duration.ofHours(1))), Optional.empty());

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions())
        .contains(
            Assertion.unsettled(
                "age of the oldest report",
                "at most 1 h 0 min",
                "2 d 4 h",
                "Run the tests again."));
  }

  @Test
  void aReportThatCanNotBeReadIsInconclusiveWhateverTheOthersSay() {
    Evaluation result = evaluate(settings(Optional.empty()), Optional.of("it is empty"));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.headline())
        .isEqualTo("3 passed; oldest report 2 d 4 h old; reports: report.xml: it is empty");
  }

  @Test
  void aFailedTestIsCalledByItsOwnNameUnlessAnotherHasTheSame() {
    List<TestRunObservation.Test> failed =
        List.of(failed("com.acme.A::replies"), failed("com.acme.B::replies"), failed("C::opens"));

    assertThat(headline(new Counts(0, 3, 0, 0, 0), failed))
        .isEqualTo(
            "0 passed, 3 failed: com.acme.A::replies, com.acme.B::replies, opens;"
                + " oldest report 2 d 4 h old");
  }

  @Test
  void aTestIsNotRequiredAndToleratedAtOnce() {
    Tolerated tolerated = new Tolerated("a::b", "OPS-12", LocalDate.parse("2026-12-31"));

    assertThatThrownBy(
            () ->
                new TestSuiteSettings(
                    Optional.empty(),
                    List.of("report.xml"),
                    List.of("a::b"),
                    List.of(tolerated),
                    1,
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`a::b` is both required and tolerated");
  }

  private static TestSuiteSettings settings(Optional<Duration> maxAge) {
    return new TestSuiteSettings(
        Optional.empty(), List.of("report.xml"), List.of(), List.of(), 1, Optional.empty(), maxAge);
  }

  private static Evaluation evaluate(TestSuiteSettings settings, Optional<String> trouble) {
    return evaluate(settings, trouble, new Counts(3, 0, 0, 0, 0), List.of());
  }

  private static String headline(Counts counts, List<TestRunObservation.Test> failed) {
    return evaluate(settings(Optional.empty()), Optional.empty(), counts, failed).headline();
  }

  private static TestRunObservation.Test failed(String id) {
    return new TestRunObservation.Test(id, Result.FAILED, Optional.of("no reply"));
  }

  private static Evaluation evaluate(
      TestSuiteSettings settings,
      Optional<String> trouble,
      Counts counts,
      List<TestRunObservation.Test> failed) {
    TestRunObservation seen =
        new TestRunObservation(
            Optional.empty(),
            List.of(new Report("report.xml", NOW.minus(Duration.ofHours(52)), trouble)),
            0,
            counts,
            Duration.ofSeconds(2),
            failed,
            List.of());
    return CHECK.evaluate(settings, context(), new Given(seen));
  }

  private static CheckContext context() {
    return new CheckContext(
        NOW,
        new CheckContext.Unknown(Gap.of(GapReason.UNKNOWN_TARGET, "none", "none")),
        Optional.empty(),
        Optional.empty(),
        Path.of("/app"),
        Duration.ofSeconds(20));
  }

  private record Given(TestRunObservation seen) implements Observations {
    @Override
    public <O extends Observation> Sight<O> sight(Request<O> request) {
      return new Sight.Seen<>(request.observationType().cast(seen));
    }
  }
}
