package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.rpc.AlreadyExistsException;
import com.google.api.gax.rpc.FailedPreconditionException;
import com.google.api.gax.rpc.InvalidArgumentException;
import com.google.api.gax.rpc.NotFoundException;
import com.google.cloud.run.v2.CancelExecutionRequest;
import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.CreateJobRequest;
import com.google.cloud.run.v2.DeleteJobRequest;
import com.google.cloud.run.v2.Execution;
import com.google.cloud.run.v2.ExecutionTemplate;
import com.google.cloud.run.v2.ExecutionsClient;
import com.google.cloud.run.v2.ExecutionsSettings;
import com.google.cloud.run.v2.Job;
import com.google.cloud.run.v2.JobsClient;
import com.google.cloud.run.v2.JobsSettings;
import com.google.cloud.run.v2.RunJobRequest;
import com.google.cloud.run.v2.Task;
import com.google.cloud.run.v2.TaskTemplate;
import com.google.cloud.run.v2.TasksClient;
import com.google.cloud.run.v2.TasksSettings;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.LogEntry;
import com.google.longrunning.Operation;
import com.google.protobuf.Duration;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Google's clients of jobs, executions and tasks against the sandbox. */
class JobsApiTest {
  private static final String PARENT = "projects/netra-staging/locations/us-central1";

  private Sandbox sandbox;
  private GoogleClients google;
  private JobsClient jobs;
  private ExecutionsClient executions;
  private TasksClient tasks;

  private void start(Programs programs) throws IOException {
    sandbox = Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC(), programs);
    google = new GoogleClients(sandbox);
    String authority = sandbox.runEndpoint().substring("http://".length());
    var channel = JobsSettings.defaultGrpcTransportProviderBuilder();
    channel.setChannelConfigurator(builder -> builder.usePlaintext());
    jobs =
        JobsClient.create(
            JobsSettings.newBuilder()
                .setEndpoint(authority)
                .setCredentialsProvider(NoCredentialsProvider.create())
                .setTransportChannelProvider(channel.build())
                .build());
    executions =
        ExecutionsClient.create(
            ExecutionsSettings.newBuilder()
                .setEndpoint(authority)
                .setCredentialsProvider(NoCredentialsProvider.create())
                .setTransportChannelProvider(channel.build())
                .build());
    tasks =
        TasksClient.create(
            TasksSettings.newBuilder()
                .setEndpoint(authority)
                .setCredentialsProvider(NoCredentialsProvider.create())
                .setTransportChannelProvider(channel.build())
                .build());
  }

  @AfterEach
  void stop() {
    jobs.close();
    executions.close();
    tasks.close();
    google.close();
    sandbox.close();
  }

  private static CreateJobRequest creation(String id, String... command) {
    TaskTemplate task =
        TaskTemplate.newBuilder()
            .addContainers(
                Container.newBuilder().setImage("x").addAllCommand(Arrays.asList(command)))
            .setTimeout(Duration.newBuilder().setSeconds(60))
            .build();
    return CreateJobRequest.newBuilder()
        .setParent(PARENT)
        .setJobId(id)
        .setJob(Job.newBuilder().setTemplate(ExecutionTemplate.newBuilder().setTemplate(task)))
        .build();
  }

  private static String name(String id) {
    return PARENT + "/jobs/" + id;
  }

  private Operation create(String id, String... command) {
    return jobs.createJobCallable().call(creation(id, command));
  }

  private Operation run(String id) {
    return jobs.runJobCallable().call(RunJobRequest.newBuilder().setName(name(id)).build());
  }

  private Execution ended(String name) {
    Execution now = executions.getExecution(name);
    while (!now.hasCompletionTime()) {
      now = executions.getExecution(name);
    }
    return now;
  }

  private List<LogEntry> entries(String filter) {
    return google
        .logging
        .listLogEntries(
            GoogleClients.entries("resource.type=\"cloud_run_job\" AND " + filter)
                .setOrderBy("timestamp asc")
                .build())
        .getPage()
        .getResponse()
        .getEntriesList();
  }

  @Test
  void aJobIsCreatedRunAndDeleted() throws Exception {
    start(Programs.RUN);
    Operation created = create("greeter", "sh", "-c", "echo hello; exit 7");
    assertThat(created.getMetadata().is(Job.class)).isTrue();
    assertThat(jobs.getJob(name("greeter")).getReconciling()).isTrue();
    assertThat(jobs.getJob(name("greeter")).getTerminalCondition().getState())
        .isEqualTo(Condition.State.CONDITION_SUCCEEDED);
    assertThat(jobs.listJobs(PARENT).iterateAll()).hasSize(1);
    assertThatThrownBy(() -> create("greeter", "true")).isInstanceOf(AlreadyExistsException.class);

    Operation running = run("greeter");
    String execution = running.getMetadata().unpack(Execution.class).getName();
    Execution ended = ended(execution);

    assertThat(ended.getFailedCount()).isOne();
    assertThat(ended.getConditions(0).getExecutionReason())
        .isEqualTo(Condition.ExecutionReason.NON_ZERO_EXIT_CODE);
    Task task = tasks.listTasks(execution).iterateAll().iterator().next();
    assertThat(task.getLastAttemptResult().getExitCode()).isEqualTo(7);
    assertThat(tasks.getTask(task.getName())).isEqualTo(task);
    assertThat(executions.listExecutions(name("greeter")).iterateAll()).containsExactly(ended);
    Operation done = jobs.getOperationsClient().getOperation(running.getName());
    assertThat(done.getResponse().unpack(Execution.class)).isEqualTo(ended);
    assertThat(entries("log_id(\"run.googleapis.com/varlog/system\")"))
        .extracting(LogEntry::getTextPayload)
        .containsExactly("Container called exit(7).");

    jobs.deleteJobCallable().call(DeleteJobRequest.newBuilder().setName(name("greeter")).build());
    assertThatThrownBy(() -> jobs.getJob(name("greeter"))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aLineInJsonIsLiftedAsCloudRunDoesIt() throws Exception {
    start(Programs.RUN);
    String line =
        "{\"severity\":\"warning\",\"message\":\"m\",\"time\":\"2026-01-02T03:04:05Z\","
            + "\"logging.googleapis.com/trace\":\"t\",\"n\":1}";
    create("json", "sh", "-c", "echo '" + line + "'");

    ended(run("json").getMetadata().unpack(Execution.class).getName());

    LogEntry entry = entries("log_id(\"run.googleapis.com/stdout\")").get(0);
    assertThat(entry.getSeverity()).isEqualTo(LogSeverity.WARNING);
    assertThat(entry.getTimestamp().getSeconds()).isEqualTo(1767323045L);
    assertThat(entry.getTrace()).isEqualTo("t");
    assertThat(entry.getJsonPayload().getFieldsMap()).containsOnlyKeys("message", "n");
    assertThat(entry.getLabelsMap())
        .containsEntry("run.googleapis.com/task_index", "0")
        .containsKey("run.googleapis.com/execution_name");
  }

  @Test
  void aRunningJobIsCancelledBeforeItCanBeDeleted() throws Exception {
    start(Programs.RUN);
    create("sleeper", "sleep", "62.1");
    String execution = run("sleeper").getMetadata().unpack(Execution.class).getName();
    var deletion = DeleteJobRequest.newBuilder().setName(name("sleeper")).build();

    assertThatThrownBy(() -> jobs.deleteJobCallable().call(deletion))
        .isInstanceOf(FailedPreconditionException.class)
        .hasMessageContaining("Job has running executions.");
    executions
        .cancelExecutionCallable()
        .call(CancelExecutionRequest.newBuilder().setName(execution).build());
    Execution ended = ended(execution);

    assertThat(ended.getCancelledCount()).isOne();
    assertThat(ended.getConditions(0).getExecutionReason())
        .isEqualTo(Condition.ExecutionReason.CANCELLED);
    jobs.deleteJobCallable().call(deletion);
    assertThat(sandbox.jobs()).isEmpty();
  }

  @Test
  void closingEndsWhatRunsAndWhatThatStarted() throws Exception {
    start(Programs.RUN);
    create("parent", "sh", "-c", "(setsid sleep 62.2 &) ; echo up; sleep 62.3");
    run("parent");
    while (entries("textPayload=\"up\"").isEmpty()) {
      Thread.onSpinWait();
    }

    sandbox.close();

    assertThat(
            ProcessHandle.allProcesses()
                .flatMap(process -> process.info().arguments().stream())
                .flatMap(Arrays::stream))
        .doesNotContain("62.2", "62.3");
  }

  @Test
  void withoutPermissionNothingIsRun() throws Exception {
    start(Programs.REFUSED);
    create("idle", "true");

    assertThatThrownBy(() -> run("idle"))
        .isInstanceOf(FailedPreconditionException.class)
        .hasMessageContaining(
            "this sandbox runs no programs; start `stageproof demo` with --allow-exec");
  }

  @Test
  void aTrialIsValidatedAndNotKept() throws Exception {
    start(Programs.REFUSED);
    CreateJobRequest trial = creation("trial", "true").toBuilder().setValidateOnly(true).build();

    jobs.createJobCallable().call(trial);

    assertThat(sandbox.jobs()).isEmpty();
    assertThatThrownBy(
            () -> jobs.createJobCallable().call(trial.toBuilder().setJobId("No Name").build()))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
