package dev.stageproof.probes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.ExecutionEnvironment;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.Volume;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.observe.JobObservation;
import dev.stageproof.observe.JobRequest;
import dev.stageproof.observe.JobShape;
import dev.stageproof.observe.JobTrialRequest;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.probes.logging.LoggingProbe;
import dev.stageproof.sandbox.Fault;
import dev.stageproof.sandbox.Faults;
import dev.stageproof.sandbox.Programs;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.UnobservedException;
import io.grpc.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that the sandbox runs for real, over gRPC, in each of their endings. */
class JobProbeTest {
  private static final ImageReference IMAGE =
      ImageReference.parse("gcr.io/netra-staging/backend@sha256:" + "0".repeat(64)).orElseThrow();
  private static final LogSource REVISION =
      new LogSource(
          "netra-staging",
          "us-central1",
          "netra-backend-staging",
          "netra-backend-staging-00640-wob");
  private static final JobShape BARE =
      new JobShape(false, Optional.empty(), Optional.empty(), Optional.empty());
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(1600);

  private final LoggingProbe logging = new LoggingProbe();
  private final JobProbe jobs = companion(JobProbe.class);
  private Sandbox sandbox;

  private <P> P companion(Class<P> type) {
    return logging.companions().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private void start(Faults faults) {
    sandbox =
        Sandbox.start(
            Scenario.named("issue-965").withFaults(faults), Clock.systemUTC(), Programs.RUN);
  }

  @AfterEach
  void close() {
    logging.close();
    jobs.close();
    sandbox.close();
  }

  private static JobRequest request(String... argv) {
    return request(BARE, Duration.ofSeconds(30), argv);
  }

  private static JobRequest request(JobShape shape, Duration timeout, String... argv) {
    return new JobRequest(
        REVISION,
        IMAGE,
        List.of(argv),
        Map.of("GREETING", "hello"),
        Optional.empty(),
        shape,
        timeout,
        Instant.parse("2026-11-20T12:00:00Z"));
  }

  private static JobRequest shell(String line) {
    return request("sh", "-c", line);
  }

  private JobObservation observe(JobRequest request) throws Exception {
    return jobs.observe(request, LiveLook.at(sandbox, LONG));
  }

  private Gap gap(JobRequest request, ProbeContext look) {
    return catchThrowableOfType(UnobservedException.class, () -> jobs.observe(request, look)).gap();
  }

  private void assertGone() {
    assertThat(sandbox.jobs()).isEmpty();
  }

  private static boolean runs(String argument) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().arguments().stream())
        .flatMap(Arrays::stream)
        .anyMatch(argument::equals);
  }

  @Test
  void aProgramThatSucceedsIsSeenWholeAndItsJobIsGone() throws Exception {
    start(Faults.none());

    JobObservation seen =
        observe(
            shell(
                "echo $GREETING $CLOUD_RUN_TASK_INDEX \"[$USER]\"; echo trouble >&2; echo ''; echo"
                    + " '  {\"b\": 1.50, \"a\": [2, null], \"severity\": \"ERROR\"}'; echo {no json};"
                    + " head -c 150000 /dev/zero | tr '\\0' x; echo; printf last"));

    assertThat(seen.exitCode()).contains(0);
    assertThat(seen.reason()).isEmpty();
    assertThat(seen.execution()).startsWith(seen.job() + "-");
    assertThat(seen.output().stdout())
        .isEqualTo(
            "hello 0 []\n{\"a\":[2,null],\"b\":1.5}\n{no json}\n"
                + "x".repeat(150_000)
                + "\nlast\n");
    assertThat(seen.output().stderr()).isEqualTo("trouble\n");
    assertThat(seen.output().complete()).isTrue();
    assertThat(seen.output().cut()).isFalse();
    assertThat(seen.left()).isEmpty();
    assertGone();
    assertThat(sandbox.calls().count("RunJob")).isOne();
  }

  @Test
  void aProgramThatFailsHasItsCodeAndMayWriteNothing() throws Exception {
    start(Faults.none());

    JobObservation seen = observe(shell("exit 3"));

    assertThat(seen.exitCode()).contains(3);
    assertThat(seen.reason()).contains("NON_ZERO_EXIT_CODE");
    assertThat(seen.message()).isEqualTo("The container exited with an error.");
    assertThat(seen.output())
        .isEqualTo(new JobObservation.Output("", "", false, true, Optional.empty()));
    assertGone();
  }

  @Test
  void whatIsBeyondTheLimitIsCut() throws Exception {
    start(Faults.none());

    JobObservation seen = observe(shell("head -c 300000 /dev/zero | tr '\\0' x; echo; echo more"));

    assertThat(seen.output().cut()).isTrue();
    assertThat(seen.output().stdout()).isEqualTo("x".repeat(ProcessObservation.OUTPUT_LIMIT));
  }

  @Test
  void aProgramThatIsNotThereHasNoCode() throws Exception {
    start(Faults.none());

    JobObservation seen = observe(request("no-such-program"));

    assertThat(seen.exitCode()).isEmpty();
    assertThat(seen.message())
        .isEqualTo(
            "Application failed to start: error finding executable \"no-such-program\" in PATH");
    assertGone();
  }

  @Test
  void cloudRunEndsAProgramAtItsTimeLimit() throws Exception {
    start(Faults.none());

    JobObservation seen =
        observe(request(BARE, Duration.ofMillis(900), "sh", "-c", "echo begun; sleep 61.1"));

    assertThat(seen.exitCode()).isEmpty();
    assertThat(seen.message()).isEqualTo("The configured timeout was reached.");
    assertThat(seen.output().stdout()).isEqualTo("begun\n");
    assertThat(runs("61.1")).isFalse();
    assertGone();
  }

  @Test
  void atTheLooksDeadlineTheExecutionIsCancelledAndTheJobDeleted() {
    start(Faults.none());

    Gap gap = gap(request("sleep", "61.2"), LiveLook.at(sandbox, SHORT));

    assertThat(gap.reason()).isEqualTo(GapReason.TIMED_OUT);
    assertThat(gap.message())
        .startsWith("`sleep` had not ended in the job stageproof-20261120-120000-")
        .endsWith(" in time; it was cancelled and its job deleted");
    assertThat(runs("61.2")).isFalse();
    assertGone();
  }

  @Test
  void anInterruptDoesNotStopTheDeletion() throws Exception {
    start(Faults.none());
    LiveLook look = LiveLook.at(sandbox, LONG);
    CompletableFuture<Throwable> ending = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () ->
                ending.complete(
                    catchThrowableOfType(
                        Throwable.class, () -> jobs.observe(request("sleep", "61.3"), look))));
    thread.start();
    while (sandbox.calls().count("GetExecution") == 0) {
      Thread.onSpinWait();
    }

    thread.interrupt();
    jobs.close();

    assertThat(ending.get(1, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertGone();
    assertThat(runs("61.3")).isFalse();
    assertThat(look.told()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run.revisions.get",
        "run.jobs.create",
        "run.jobs.get",
        "run.jobs.run",
        "run.executions.get",
        "run.tasks.list"
      })
  void aMissingPermissionIsNamedAndNothingIsLeft(String permission) {
    start(Faults.denying(permission));
    JobShape like = new JobShape(true, Optional.empty(), Optional.empty(), Optional.empty());

    Gap gap =
        gap(
            request(like, Duration.ofSeconds(30), "sh", "-c", "exit 1"),
            LiveLook.at(sandbox, LONG));

    assertThat(gap.permission()).contains(permission);
    assertThat(gap.settle()).contains("grant roles/run.developer on project netra-staging");
    assertGone();
  }

  @Test
  void whoMayNotActAsTheServiceAccountIsToldSo() {
    start(
        Faults.none()
            .with(
                "run.jobs.create",
                Fault.refuse(Status.Code.PERMISSION_DENIED)
                    .saying("Permission 'iam.serviceaccounts.actAs' denied on service account x")));

    Gap gap = gap(shell("true"), LiveLook.at(sandbox, LONG));

    assertThat(gap.permission()).contains("iam.serviceAccounts.actAs");
    assertThat(gap.settle()).startsWith("grant roles/iam.serviceAccountUser on that service");
  }

  @Test
  void aJobThatCanNotBeDeletedIsToldWithTheCommandAndNeverTakenForAnothers() throws Exception {
    start(Faults.denying("run.jobs.delete"));
    LiveLook look = LiveLook.at(sandbox, LONG);
    JobRequest request = shell("true");
    String job = request.job(1);
    String command =
        "gcloud run jobs delete %s --region=us-central1 --project=netra-staging --quiet"
            .formatted(job);

    JobObservation seen = jobs.observe(request, look);

    assertThat(seen.exitCode()).contains(0);
    Gap left = seen.left().orElseThrow();
    assertThat(left.message())
        .startsWith("the Cloud Run job %s in us-central1 of netra-staging was not".formatted(job))
        .contains("needs the permission run.jobs.delete");
    assertThat(left.settle()).isEqualTo("delete it with `" + command + "`");
    assertThat(look.told()).containsExactly(left.message() + "; " + left.settle());
    long deletions = sandbox.calls().count("DeleteJob");

    Gap again = gap(request, look);

    assertThat(again.message()).contains("'" + job + "' already exists");
    assertThat(sandbox.calls().count("DeleteJob")).isEqualTo(deletions);
    assertThat(sandbox.jobs()).containsExactly(job);
  }

  @Test
  void whatCanNotBeCancelledIsDeletedOnceItHasEnded() {
    start(Faults.denying("run.executions.cancel"));
    LiveLook look = LiveLook.at(sandbox, SHORT);

    Gap gap = gap(request(BARE, Duration.ofSeconds(2), "sleep", "61.4"), look);

    assertThat(gap.message()).contains("had not ended in the job");
    assertGone();
  }

  @Test
  void aLogThatCanNotBeReadLeavesTheOutputUnseen() throws Exception {
    start(Faults.denying("logging.logEntries.list"));

    JobObservation seen = observe(shell("echo something"));

    assertThat(seen.exitCode()).contains(0);
    assertThat(seen.output().unseen().flatMap(Gap::permission)).contains("logging.logEntries.list");
    assertThat(seen.output().stdout()).isEmpty();
    assertThat(seen.output().complete()).isFalse();
    assertGone();
  }

  @Test
  void aCreationWithoutAnAnswerIsFollowedByADeletion() {
    start(Faults.none().with("run.jobs.create", Fault.hang()));
    LiveLook look = LiveLook.at(sandbox, SHORT);

    Gap gap = gap(shell("true"), look);

    assertThat(gap.reason()).isEqualTo(GapReason.TIMED_OUT);
    assertThat(sandbox.calls().count("CreateJob")).isOne();
    assertThat(sandbox.calls().count("DeleteJob")).isEqualTo(2);
    assertThat(look.told()).isEmpty();
  }

  @Test
  void aSandboxThatRunsNoProgramsSaysHowItWould() {
    sandbox = Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC());

    Gap gap = gap(shell("true"), LiveLook.at(sandbox, LONG));

    assertThat(gap.message()).contains("start `stageproof demo` with --allow-exec");
    assertGone();
  }

  @Test
  void whatIsGivenWithoutAFlagIsTold() {
    start(Faults.none());
    Container serving = Container.newBuilder().setWorkingDir("/app").build();
    Revision revision =
        Revision.newBuilder()
            .addContainers(serving)
            .addVolumes(Volume.newBuilder().setName("cloudsql"))
            .setEncryptionKey("projects/p/keys/k")
            .setExecutionEnvironment(ExecutionEnvironment.EXECUTION_ENVIRONMENT_GEN1)
            .build();

    assertThat(new LikeRevision(shell("true")).of(Optional.of(revision)).besides())
        .containsExactly(
            "the volume cloudsql",
            "the working directory /app",
            "the encryption key",
            "the execution environment gen1");
    assertThat(new LikeRevision(shell("true")).of(Optional.empty()).besides()).isEmpty();
  }

  @Test
  void aJobLikeTheRevisionHasItsVariablesAndNoValueIsKept() throws Exception {
    start(Faults.none());
    JobShape like = new JobShape(true, Optional.empty(), Optional.of("2"), Optional.empty());

    JobObservation seen =
        observe(request(like, Duration.ofSeconds(30), "sh", "-c", "test -n \"$ENVIRONMENT\""));

    assertThat(seen.exitCode()).contains(0);
    assertThat(seen.like().variables()).contains("ENVIRONMENT");
    assertThat(seen.like().flags())
        .anyMatch(flag -> flag.startsWith("--service-account="))
        .anyMatch(flag -> flag.startsWith("--set-secrets="))
        .noneMatch(flag -> flag.startsWith("--cpu="));
  }

  @Test
  void aTrialCreatesNothing() throws Exception {
    start(Faults.none());
    JobTrialProbe trials = companion(JobTrialProbe.class);
    Request<?> trial = request("true").trials().get(1);

    trials.observe((JobTrialRequest) trial, LiveLook.at(sandbox, LONG));

    assertThat(sandbox.calls().count("CreateJob")).isOne();
    assertGone();
  }

  @Test
  void nothingIsCreatedOnceTheRunIsOver() throws Exception {
    start(Faults.none());
    LiveLook look = LiveLook.at(sandbox, LONG);
    Cleanup cleanup = new Cleanup(shell("true"), null, null, look);
    cleanup.await();

    assertThat(
            catchThrowableOfType(InterruptedException.class, () -> cleanup.note(Remains.asked())))
        .hasMessage("the run has ended");
  }
}
