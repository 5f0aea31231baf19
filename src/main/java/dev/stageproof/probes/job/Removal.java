package dev.stageproof.probes.job;

import com.google.cloud.run.v2.CancelExecutionRequest;
import com.google.cloud.run.v2.DeleteJobRequest;
import com.google.cloud.run.v2.Execution;
import com.google.cloud.run.v2.GetJobRequest;
import com.google.cloud.run.v2.ListExecutionsRequest;
import dev.stageproof.model.GapReason;
import dev.stageproof.probes.google.Refusals;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Cancels what still runs of a job and deletes the job: Cloud Run refuses to delete one with an
 * execution that goes on, so it is asked again until the execution has ended.
 */
record Removal(JobQuestions questions, JobClients clients, String job, Remains remains) {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** A job that was asked for when the call broke off may come a moment later. */
  private static final Duration LATE_JOB = Duration.ofSeconds(1);

  /** Why it did not succeed; empty when the job is gone. */
  Optional<String> run() {
    Optional<String> cancelling = Optional.empty();
    try {
      cancelling = remains.running() ? cancel() : Optional.empty();
      delete();
      return gone();
    } catch (UnobservedException e) {
      String why = e.gap().message();
      return Optional.of(cancelling.map(first -> first + "; " + why).orElse(why));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("it was interrupted");
    } catch (RuntimeException e) {
      return Optional.of(e.toString());
    }
  }

  /** Why something could not be cancelled, which may be that it has ended. */
  private Optional<String> cancel() throws InterruptedException {
    try {
      for (String execution : running()) {
        var unused =
            questions
                .call("run.executions.cancel")
                .of(
                    clients.executions().cancelExecutionCallable(),
                    CancelExecutionRequest.newBuilder().setName(execution).build());
      }
      return Optional.empty();
    } catch (UnobservedException e) {
      return Refusals.notNow(e) || Refusals.notFound(e)
          ? Optional.empty()
          : Optional.of(e.gap().message());
    }
  }

  private List<String> running() throws UnobservedException, InterruptedException {
    if (remains.execution().isPresent()) {
      return remains.execution().stream().toList();
    }
    return questions
        .call("run.executions.list")
        .of(
            clients.executions().listExecutionsCallable(),
            ListExecutionsRequest.newBuilder().setParent(name()).build())
        .getExecutionsList()
        .stream()
        .filter(execution -> !execution.hasCompletionTime())
        .map(Execution::getName)
        .toList();
  }

  private void delete() throws UnobservedException, InterruptedException {
    Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
    boolean waited = remains.certain();
    while (true) {
      Optional<UnobservedException> refusal = refusal();
      if (refusal.isEmpty()) {
        return;
      }
      boolean missing = Refusals.notFound(refusal.get());
      if (missing && waited) {
        return;
      }
      again(refusal.get(), missing ? LATE_JOB : pauses.next());
      waited |= missing;
    }
  }

  private Optional<UnobservedException> refusal() throws InterruptedException {
    try {
      var unused =
          questions
              .call("run.jobs.delete")
              .of(
                  clients.jobs().deleteJobCallable(),
                  DeleteJobRequest.newBuilder().setName(name()).build());
      return Optional.empty();
    } catch (UnobservedException e) {
      return Optional.of(e);
    }
  }

  /** Waits for another try, if there is any point and time. */
  private void again(UnobservedException refusal, Duration pause)
      throws UnobservedException, InterruptedException {
    ProbeContext time = questions.context();
    boolean passing = Refusals.notFound(refusal) || Refusals.notNow(refusal);
    if (!passing || time.remaining().compareTo(pause.multipliedBy(2)) < 0) {
      throw refusal;
    }
    time.pause(pause);
    if (remains.running() && remains.execution().isEmpty()) {
      var unused = cancel();
    }
  }

  /** Looks whether it is gone: a deletion goes on after it was accepted. */
  private Optional<String> gone() throws UnobservedException, InterruptedException {
    Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
    ProbeContext time = questions.context();
    while (there()) {
      Duration pause = pauses.next();
      if (time.remaining().compareTo(pause.multipliedBy(2)) < 0) {
        return Optional.of("Cloud Run has accepted its deletion, and the job is still there");
      }
      time.pause(pause);
    }
    return Optional.empty();
  }

  /** Who may delete a job and not look at it has to believe that it is gone. */
  private boolean there() throws UnobservedException, InterruptedException {
    try {
      var unused =
          questions
              .call("run.jobs.get")
              .of(
                  clients.jobs().getJobCallable(),
                  GetJobRequest.newBuilder().setName(name()).build());
      return true;
    } catch (UnobservedException e) {
      if (Refusals.notFound(e) || e.gap().reason() == GapReason.NO_PERMISSION) {
        return false;
      }
      throw e;
    }
  }

  private String name() {
    return JobMessage.parent(questions.request()) + "/jobs/" + job;
  }
}
