package dev.stageproof.checks.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.places.JobSettings;
import dev.stageproof.checks.places.Where;
import dev.stageproof.checks.programs.RunSettings;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.JobObservation;
import dev.stageproof.observe.JobRequest;
import dev.stageproof.observe.Regex;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check makes of a Cloud Run job. */
class CommandInJobTest {
  private static final CommandCheck CHECK = new CommandCheck();
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String DIGEST = "sha256:" + "a".repeat(64);
  private static final JobObservation.Output READY =
      new JobObservation.Output("ready\n", "", false, true, Optional.empty());

  private static CheckContext context(String image) {
    Identity identity =
        new Identity(
            "acme",
            "us-central1",
            "backend",
            "backend-00001-abc",
            "latest-ready",
            Optional.of(image),
            Optional.empty(),
            Optional.empty(),
            NOW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            true,
            Optional.empty(),
            Optional.empty());
    return new CheckContext(
        NOW,
        new CheckContext.Known(identity),
        Optional.empty(),
        Optional.empty(),
        Path.of("/conf"),
        Duration.ofSeconds(90));
  }

  private static CommandSettings settings(RunSettings run, Where where, JobSettings job) {
    return new CommandSettings(
        run,
        where,
        job,
        List.of(0),
        Optional.of(new TextExpectation(List.of("ready"), List.of(), List.of())),
        Optional.of(new TextExpectation(List.of(), List.of(), List.of(Regex.parse("Traceback")))),
        List.of());
  }

  private static CommandSettings job(RunSettings run) {
    return settings(run, Where.CLOUD_RUN_JOB, JobSettings.usual());
  }

  private static JobObservation seen(
      Optional<Integer> code, Optional<Integer> signal, JobObservation.Output output) {
    return new JobObservation(
        "stageproof-x",
        "stageproof-x-1",
        code,
        signal,
        Optional.of("NON_ZERO_EXIT_CODE"),
        "The configured timeout was reached.",
        output,
        JobObservation.Like.nothing(),
        NOW,
        NOW.plusSeconds(3),
        Optional.empty());
  }

  private static Evaluation evaluate(JobObservation seen) {
    Observations given =
        new Observations() {
          @Override
          public <O extends Observation> Sight<O> sight(Request<O> request) {
            return new Sight.Seen<>(request.observationType().cast(seen));
          }
        };
    return CHECK.evaluate(
        job(RunSettings.of("tool")), context("gcr.io/acme/backend@" + DIGEST), given);
  }

  @Test
  void theRequestIsOfTheImageAndTheProgramAsTheyAre() {
    RunSettings run =
        new RunSettings(
            List.of("bin/tool", "--fast"), false, Optional.empty(), "/srv", Map.of("A", "b"));
    CheckContext context = context("gcr.io/acme/backend:v1@" + DIGEST);

    CheckPlan.Ask plan = (CheckPlan.Ask) CHECK.plan(job(run), context);
    JobRequest request = (JobRequest) plan.requests().get(0);

    assertThat(request.image()).hasToString("gcr.io/acme/backend@" + DIGEST);
    assertThat(request.argv()).containsExactly("bin/tool", "--fast");
    assertThat(request.directory()).contains("/srv");
    assertThat(request.timeoutSeconds()).isEqualTo(90);
    assertThat(request.executes()).isTrue();
    assertThat(request.creates().orElseThrow())
        .matches("the Cloud Run job stageproof-20261120-120000-[0-9a-f]{8} in us-central1 of acme");
    assertThat(request.job(2)).isEqualTo(request.job(1) + "-2");
  }

  @Test
  void anImageByATagAloneIsNotRun() {
    CheckPlan plan = CHECK.plan(job(RunSettings.of("tool")), context("gcr.io/acme/backend:v1"));

    assertThat(((CheckPlan.Impossible) plan).gap().message())
        .isEqualTo(
            "the platform tells no digest of the image of revision backend-00001-abc: the tag of"
                + " gcr.io/acme/backend:v1 may have moved");
  }

  @Test
  void aProgramThatDidAsExpectedPassesAndSaysWhereItRan() {
    Evaluation result = evaluate(seen(Optional.of(0), Optional.empty(), READY));

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    assertThat(result.remarks())
        .containsExactly(
            "Ran in the revision's image "
                + DIGEST
                + " as a Cloud Run job in acme/us-central1, execution stageproof-x-1.");
  }

  @Test
  void aProgramThatASignalEndedFails() {
    Evaluation result = evaluate(seen(Optional.empty(), Optional.of(9), READY));

    assertThat(result.assertions().get(0)).isEqualTo(Assertion.of("exit code", "0", "137", false));
  }

  @Test
  void aProgramThatWasEndedIsInconclusive() {
    Evaluation result = evaluate(seen(Optional.empty(), Optional.empty(), READY));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions().get(0).actual())
        .isEqualTo("none: The configured timeout was reached. (NON_ZERO_EXIT_CODE)");
  }

  @Test
  void anAbsenceNeedsTheWholeOutput() {
    JobObservation.Output some =
        new JobObservation.Output("ready\n", "", false, false, Optional.empty());

    Evaluation result = evaluate(seen(Optional.of(0), Optional.empty(), some));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions())
        .extracting(Assertion::actual)
        .containsExactly(
            "0",
            "contained",
            "may not be all: Cloud Logging had not told of the program's end in time");
  }

  @Test
  void anOutputThatCouldNotBeReadSettlesNothing() {
    Gap why = Gap.of(GapReason.NO_PERMISSION, "no access to the log", "get it");

    Evaluation result =
        evaluate(seen(Optional.of(0), Optional.empty(), JobObservation.Output.unseen(why)));

    assertThat(result.assertions())
        .extracting(Assertion::actual)
        .containsExactly("0", "no access to the log", "no access to the log");
  }

  @Test
  void aJobThatWasLeftBehindIsRemarked() {
    JobObservation gone = seen(Optional.of(0), Optional.empty(), READY);
    Gap left = Gap.of(GapReason.STOPPED, "the job was not deleted", "delete it with `x`");
    JobObservation there =
        new JobObservation(
            gone.job(),
            gone.execution(),
            gone.exitCode(),
            gone.signal(),
            gone.reason(),
            gone.message(),
            gone.output(),
            gone.like(),
            gone.startedAt(),
            gone.completedAt(),
            Optional.of(left));

    assertThat(evaluate(there).remarks())
        .endsWith("The job is still there: delete it with `x`.", "the job was not deleted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IMAGE | . | no | where | nothing is run in `image`; a command runs in `local` or as a"
            + " `cloud-run-job`",
        "CLOUD_RUN_JOB | . | yes | run | a Cloud Run job reads no `stdin`; give it arguments",
        "CLOUD_RUN_JOB | ../app | no | run | as a Cloud Run job, `directory` is an absolute path in"
            + " the image",
      })
  void whatAPlaceCanNotDoIsRefused(
      Where where, String directory, String stdin, String key, String message) {
    RunSettings run =
        new RunSettings(
            List.of("tool"),
            false,
            Optional.of("text").filter(text -> stdin.equals("yes")),
            directory,
            Map.of());

    assertThatThrownBy(() -> settings(run, where, JobSettings.usual()))
        .isInstanceOfSatisfying(
            InvalidSetting.class, problem -> assertThat(problem.key()).isEqualTo(key))
        .hasMessage(message);
  }

  @Test
  void whatSurroundsAJobIsNotForThisMachine() {
    JobSettings bare = new JobSettings(false, Optional.empty(), Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> settings(RunSettings.of("tool"), Where.LOCAL, bare))
        .hasMessage("`job` is for `where: cloud-run-job`");
    assertThatThrownBy(
            () -> new JobSettings(true, Optional.empty(), Optional.of("1 2"), Optional.empty()))
        .hasMessage("`cpu` is one word: `1 2`");
  }
}
