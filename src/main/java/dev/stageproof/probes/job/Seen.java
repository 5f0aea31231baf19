package dev.stageproof.probes.job;

import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Execution;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.TaskAttemptResult;
import com.google.protobuf.Timestamp;
import dev.stageproof.model.Gap;
import dev.stageproof.observe.JobObservation;
import dev.stageproof.observe.JobRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads what the API says of an execution.
 *
 * @param ended the execution, after its end
 */
record Seen(JobRequest request, String job, Execution ended) {
  private static final int LONGEST_MESSAGE = 500;
  private static final String COMPLETED = "Completed";

  JobObservation observation(
      TaskAttemptResult attempt, JobObservation.Output output, Optional<Revision> like) {
    return new JobObservation(
        job,
        execution(),
        exitCode(attempt),
        Optional.of(attempt.getTermSignal()).filter(signal -> signal != 0),
        reason(),
        message(attempt),
        output,
        new LikeRevision(request).of(like),
        instant(ended.getCreateTime()),
        instant(ended.getCompletionTime()),
        Optional.empty());
  }

  /** The same, once it is known whether the job is gone. */
  static JobObservation of(JobObservation seen, Optional<Gap> left) {
    return new JobObservation(
        seen.job(),
        seen.execution(),
        seen.exitCode(),
        seen.signal(),
        seen.reason(),
        seen.message(),
        seen.output(),
        seen.like(),
        seen.startedAt(),
        seen.completedAt(),
        left);
  }

  private String execution() {
    return ended.getName().substring(ended.getName().lastIndexOf('/') + 1);
  }

  /** The API's 0 is also "none", which only a success can mean as a code. */
  private Optional<Integer> exitCode(TaskAttemptResult attempt) {
    return ended.getSucceededCount() > 0
        ? Optional.of(0)
        : Optional.of(attempt.getExitCode()).filter(code -> code != 0);
  }

  private Optional<String> reason() {
    Condition completed = completed();
    return switch (completed.getReasonsCase()) {
      case EXECUTION_REASON -> Optional.of(completed.getExecutionReason().name());
      case REASON -> Optional.of(completed.getReason().name());
      case REVISION_REASON, REASONS_NOT_SET -> Optional.empty();
    };
  }

  /** The task's own words, which the execution's only repeat. */
  private String message(TaskAttemptResult attempt) {
    String task = attempt.getStatus().getMessage();
    return line(task.isBlank() ? completed().getMessage() : task);
  }

  private Condition completed() {
    return ended.getConditionsList().stream()
        .filter(condition -> condition.getType().equals(COMPLETED))
        .findFirst()
        .orElse(Condition.getDefaultInstance());
  }

  /** Foreign text as one line of a report. */
  static String line(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }

  static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
