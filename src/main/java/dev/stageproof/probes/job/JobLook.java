package dev.stageproof.probes.job;

import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Execution;
import com.google.cloud.run.v2.GetExecutionRequest;
import com.google.cloud.run.v2.GetJobRequest;
import com.google.cloud.run.v2.GetRevisionRequest;
import com.google.cloud.run.v2.Job;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.RunJobRequest;
import com.google.longrunning.Operation;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.JobObservation;
import dev.stageproof.observe.JobRequest;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.probes.google.Refusals;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.util.Optional;

/** One look: creates the job, runs it, follows it to its end, reads its log; deletes it always. */
final class JobLook {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final JobRequest request;
  private final JobClients clients;
  private final ProbeContext time;
  private final JobQuestions questions;
  private final Cleanup cleanup;
  private final JobLog log;
  private final String job;

  JobLook(
      JobRequest request,
      JobClients clients,
      GoogleApi api,
      ProbeContext context,
      Cleanup cleanup,
      JobLog log) {
    this.request = request;
    this.clients = clients;
    this.time = Shortened.by(Cleanup.LIMIT, context);
    this.questions = new JobQuestions(request, api, time);
    this.cleanup = cleanup;
    this.log = log;
    this.job = request.job(context.attempt());
  }

  JobObservation observe() throws UnobservedException, InterruptedException {
    JobObservation seen;
    try {
      seen = run();
    } catch (UnobservedException e) {
      Optional<Gap> left = cleanup.finish();
      throw left.isPresent() ? withLeft(e, left.get()) : e;
    } finally {
      var unused = cleanup.start();
    }
    return Seen.of(seen, cleanup.finish());
  }

  private static UnobservedException withLeft(UnobservedException failed, Gap left) {
    Gap gap = failed.gap();
    return new UnobservedException(
        new Gap(
            gap.reason(),
            gap.message() + "; " + left.message(),
            gap.settle() + "; " + left.settle(),
            gap.permission()),
        failed);
  }

  private JobObservation run() throws UnobservedException, InterruptedException {
    Optional<Revision> like = like();
    create(new JobMessage(request, like));
    awaitReady();
    Execution ended = follow(start());
    cleanup.note(Remains.job());
    Attempt attempt = new Attempt(questions, clients, ended);
    return new Seen(request, job, ended).observation(attempt.result(), output(ended), like);
  }

  private JobObservation.Output output(Execution ended) throws InterruptedException {
    return new WrittenLines(request, job, log, time).read(ended);
  }

  private Optional<Revision> like() throws UnobservedException, InterruptedException {
    if (!request.shape().likeRevision()) {
      return Optional.empty();
    }
    String name =
        "%s/services/%s/revisions/%s"
            .formatted(
                JobMessage.parent(request),
                request.revision().service(),
                request.revision().revision());
    return Optional.of(
        questions
            .revision()
            .of(
                clients.revisions().getRevisionCallable(),
                GetRevisionRequest.newBuilder().setName(name).build()));
  }

  private void create(JobMessage message) throws UnobservedException, InterruptedException {
    cleanup.note(Remains.asked());
    try {
      questions.create(clients, message.creation(job));
    } catch (UnobservedException e) {
      if (Refusals.nothingDone(e)) {
        cleanup.note(Remains.none());
      }
      throw e;
    }
    cleanup.note(Remains.job());
  }

  private void awaitReady() throws UnobservedException, InterruptedException {
    Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
    GetJobRequest asked = GetJobRequest.newBuilder().setName(name()).build();
    while (true) {
      Job now = questions.call("run.jobs.get").of(clients.jobs().getJobCallable(), asked);
      Condition ready = now.getTerminalCondition();
      if (ready.getState() == Condition.State.CONDITION_FAILED) {
        throw new UnobservedException(unfit(ready));
      }
      if (!now.getReconciling() && ready.getState() == Condition.State.CONDITION_SUCCEEDED) {
        return;
      }
      pause(pauses, "Cloud Run had not set up the job " + job);
    }
  }

  private Gap unfit(Condition ready) {
    return Gap.of(
        GapReason.MALFORMED,
        "Cloud Run can't set up the job: " + Seen.line(ready.getMessage()),
        "mend what it names: the image, the service account, a secret or the network");
  }

  private String start() throws UnobservedException, InterruptedException {
    cleanup.note(Remains.starting());
    Operation begun;
    try {
      begun =
          questions
              .call("run.jobs.run")
              .once(
                  clients.jobs().runJobCallable(),
                  RunJobRequest.newBuilder().setName(name()).build());
    } catch (UnobservedException e) {
      if (Refusals.nothingDone(e)) {
        cleanup.note(Remains.job());
      }
      throw e;
    }
    String execution = execution(begun);
    cleanup.note(Remains.running(execution));
    return execution;
  }

  private String execution(Operation begun) throws UnobservedException {
    try {
      return begun.getMetadata().unpack(Execution.class).getName();
    } catch (InvalidProtocolBufferException e) {
      throw new UnobservedException(
          Gap.of(
              GapReason.MALFORMED,
              "Cloud Run has run the job, and did not name its execution",
              "run again; if it stays, check what serves at " + questions.api().address()),
          e);
    }
  }

  private Execution follow(String execution) throws UnobservedException, InterruptedException {
    Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
    GetExecutionRequest asked = GetExecutionRequest.newBuilder().setName(execution).build();
    while (true) {
      Execution now =
          questions
              .call("run.executions.get")
              .of(clients.executions().getExecutionCallable(), asked);
      if (now.hasCompletionTime()) {
        return now;
      }
      pause(pauses, "`%s` had not ended in the job %s".formatted(request.argv().get(0), job));
    }
  }

  /** Gives up when there is no time for another look. */
  private void pause(Pauses pauses, String what) throws UnobservedException, InterruptedException {
    Duration pause = pauses.next();
    if (time.remaining().compareTo(pause) <= 0) {
      throw new UnobservedException(
          Gap.of(
              GapReason.TIMED_OUT,
              what + " in time; it was cancelled and its job deleted",
              "raise the check's `timeout`, or run the program by hand to see what it waits for"));
    }
    time.pause(pause);
  }

  private String name() {
    return JobMessage.parent(request) + "/jobs/" + job;
  }
}
