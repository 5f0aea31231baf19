package dev.stageproof.sandbox;

import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Execution;
import com.google.cloud.run.v2.ExecutionReference;
import com.google.cloud.run.v2.Job;
import com.google.cloud.run.v2.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job that somebody created, and its executions. Safe for use by many threads. */
final class StagedJob {
  private Job created;
  private final List<StagedExecution> executions = new ArrayList<>();
  private boolean read;

  private StagedJob(Job created) {
    this.created = created;
  }

  /**
   * A job as it was asked for, with what the API adds.
   *
   * @param name its full name
   */
  static StagedJob of(Job asked, String name, Instant now) {
    return new StagedJob(
        asked.toBuilder()
            .setName(name)
            .setUid(Names.uid(name))
            .setGeneration(1)
            .setObservedGeneration(1)
            .setCreateTime(Times.timestamp(now))
            .setUpdateTime(Times.timestamp(now))
            .setEtag(Names.etag(name))
            .build());
  }

  /** Is from now on as it is asked for here. */
  synchronized void replace(Job asked, Instant now) {
    created =
        of(asked, created.getName(), now).created.toBuilder()
            .setGeneration(created.getGeneration() + 1)
            .setObservedGeneration(created.getGeneration() + 1)
            .setCreateTime(created.getCreateTime())
            .build();
    read = false;
  }

  synchronized String name() {
    return created.getName();
  }

  String shortName() {
    return name().substring(name().lastIndexOf('/') + 1);
  }

  /** As it is now; who asks first meets it while it is being set up. */
  synchronized Job job() {
    Job.Builder job =
        created.toBuilder()
            .setReconciling(!read)
            .setTerminalCondition(ready())
            .setExecutionCount(executions.size());
    read = true;
    latest().ifPresent(execution -> job.setLatestCreatedExecution(reference(execution)));
    return job.build();
  }

  private Condition ready() {
    return Condition.newBuilder()
        .setType("Ready")
        .setState(
            read ? Condition.State.CONDITION_SUCCEEDED : Condition.State.CONDITION_RECONCILING)
        .setLastTransitionTime(created.getCreateTime())
        .build();
  }

  private static ExecutionReference reference(StagedExecution execution) {
    Execution now = execution.execution();
    ExecutionReference.Builder reference =
        ExecutionReference.newBuilder()
            .setName(now.getName().substring(now.getName().lastIndexOf('/') + 1))
            .setCreateTime(now.getCreateTime())
            .setCompletionStatus(execution.completion());
    if (now.hasCompletionTime()) {
      reference.setCompletionTime(now.getCompletionTime());
    }
    return reference.build();
  }

  synchronized void add(StagedExecution execution) {
    executions.add(execution);
  }

  synchronized int count() {
    return executions.size();
  }

  /** The newest first. */
  synchronized List<Execution> executions() {
    List<Execution> newestFirst = new ArrayList<>();
    executions.forEach(one -> newestFirst.add(0, one.execution()));
    return newestFirst;
  }

  synchronized Optional<StagedExecution> execution(String fullName) {
    return executions.stream().filter(one -> one.name().equals(fullName)).findFirst();
  }

  synchronized Optional<Task> task(String fullName) {
    return executions.stream()
        .map(StagedExecution::task)
        .filter(task -> task.getName().equals(fullName))
        .findFirst();
  }

  synchronized void remove(StagedExecution execution) {
    executions.remove(execution);
  }

  synchronized boolean running() {
    return executions.stream().anyMatch(one -> one.run().end().isEmpty());
  }

  private Optional<StagedExecution> latest() {
    return executions.isEmpty()
        ? Optional.empty()
        : Optional.of(executions.get(executions.size() - 1));
  }
}
