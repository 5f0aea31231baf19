package dev.stageproof.sandbox;

import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Execution;
import com.google.cloud.run.v2.ExecutionReference.CompletionStatus;
import com.google.cloud.run.v2.Job;
import com.google.cloud.run.v2.Task;
import com.google.protobuf.Timestamp;
import java.util.Optional;

/**
 * An execution and its one task as the Admin API v2 shows them.
 *
 * @param job as it was created
 * @param name the full name
 * @see <a href="https://cloud.google.com/run/docs/reference/rpc/google.cloud.run.v2">
 *     google.cloud.run.v2</a>
 */
record StagedExecution(Job job, String name, JobRun run) {

  private String shortName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  String taskName() {
    return name + "/tasks/" + shortName() + "-task0";
  }

  Execution execution() {
    Optional<JobEnd> end = run.end();
    Timestamp created = Times.timestamp(run.created());
    Execution.Builder execution =
        Execution.newBuilder()
            .setName(name)
            .setUid(Names.uid(name))
            .setGeneration(1)
            .setObservedGeneration(1)
            .putAllLabels(job.getLabelsMap())
            .setJob(job.getName().substring(job.getName().lastIndexOf('/') + 1))
            .setCreateTime(created)
            .setStartTime(created)
            .setParallelism(1)
            .setTaskCount(1)
            .setTemplate(job.getTemplate().getTemplate())
            .setReconciling(end.isEmpty())
            .addConditions(completed(end))
            .addConditions(done("ResourcesAvailable", created))
            .addConditions(done("Started", created))
            .setRunningCount(end.isEmpty() ? 1 : 0)
            .setEtag(Names.etag(name + end.isPresent()));
    end.ifPresent(how -> count(execution, how));
    return execution.build();
  }

  private static void count(Execution.Builder execution, JobEnd end) {
    execution.setCompletionTime(Times.timestamp(end.at()));
    switch (end.kind()) {
      case SUCCEEDED -> execution.setSucceededCount(1);
      case CANCELLED -> execution.setCancelledCount(1);
      case EXITED, TIMED_OUT, NOT_STARTED -> execution.setFailedCount(1);
    }
  }

  private static Condition done(String type, Timestamp at) {
    return Condition.newBuilder()
        .setType(type)
        .setState(Condition.State.CONDITION_SUCCEEDED)
        .setLastTransitionTime(at)
        .build();
  }

  private Condition completed(Optional<JobEnd> end) {
    Condition.Builder condition = Condition.newBuilder().setType("Completed");
    if (end.isEmpty()) {
      return condition.setState(Condition.State.CONDITION_RECONCILING).build();
    }
    condition.setLastTransitionTime(Times.timestamp(end.get().at()));
    switch (end.get().kind()) {
      case SUCCEEDED ->
          condition
              .setState(Condition.State.CONDITION_SUCCEEDED)
              .setMessage("Execution completed successfully.");
      case CANCELLED ->
          failed(condition, Condition.ExecutionReason.CANCELLED, "Execution was cancelled.");
      case EXITED, TIMED_OUT, NOT_STARTED ->
          failed(
              condition,
              Condition.ExecutionReason.NON_ZERO_EXIT_CODE,
              "Task %s-task0 failed with message: %s".formatted(shortName(), end.get().message()));
    }
    return condition.build();
  }

  private static void failed(
      Condition.Builder condition, Condition.ExecutionReason reason, String message) {
    condition
        .setState(Condition.State.CONDITION_FAILED)
        .setExecutionReason(reason)
        .setMessage(message);
  }

  CompletionStatus completion() {
    return run.end()
        .map(
            end ->
                switch (end.kind()) {
                  case SUCCEEDED -> CompletionStatus.EXECUTION_SUCCEEDED;
                  case CANCELLED -> CompletionStatus.EXECUTION_CANCELLED;
                  case EXITED, TIMED_OUT, NOT_STARTED -> CompletionStatus.EXECUTION_FAILED;
                })
        .orElse(CompletionStatus.EXECUTION_RUNNING);
  }

  Task task() {
    Execution execution = execution();
    Task.Builder task =
        Task.newBuilder()
            .setName(taskName())
            .setUid(Names.uid(taskName()))
            .setJob(execution.getJob())
            .setExecution(shortName())
            .setCreateTime(execution.getCreateTime())
            .setStartTime(execution.getStartTime())
            .addAllContainers(execution.getTemplate().getContainersList())
            .setMaxRetries(execution.getTemplate().getMaxRetries())
            .setTimeout(execution.getTemplate().getTimeout())
            .setServiceAccount(execution.getTemplate().getServiceAccount())
            .setReconciling(execution.getReconciling())
            .addConditions(execution.getConditions(0));
    run.end()
        .ifPresent(
            end ->
                task.setCompletionTime(Times.timestamp(end.at()))
                    .setLastAttemptResult(end.result()));
    return task.build();
  }
}
