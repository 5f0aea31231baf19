package dev.stageproof.probes.job;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.JobRequest;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.spi.ProbeContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Knows what one look has created, and takes it away again: once, on a thread of its own. Safe for
 * use by several threads.
 */
final class Cleanup {

  /** An interrupted run has ten seconds in all, and its report is still to be written. */
  static final Duration LIMIT = Duration.ofSeconds(7);

  private static final Duration MARGIN = Duration.ofMillis(500);

  private final JobRequest request;
  private final JobClients clients;
  private final GoogleApi api;
  private final ProbeContext look;
  private final String job;
  private Remains remains = Remains.none();
  private Optional<CompletableFuture<Optional<Gap>>> work = Optional.empty();

  Cleanup(JobRequest request, JobClients clients, GoogleApi api, ProbeContext look) {
    this.request = request;
    this.clients = clients;
    this.api = api;
    this.look = look;
    this.job = request.job(look.attempt());
  }

  /**
   * Notes what there is from now on, before it is asked for.
   *
   * @throws InterruptedException when tidying up has begun: nothing more may be created
   */
  synchronized void note(Remains now) throws InterruptedException {
    if (work.isPresent()) {
      throw new InterruptedException("the run has ended");
    }
    remains = now;
  }

  /** Begins to tidy up, if nobody has yet; returns at once. */
  synchronized CompletableFuture<Optional<Gap>> start() {
    if (work.isEmpty()) {
      work = Optional.of(remains.created() ? begun() : CompletableFuture.completedFuture(none()));
    }
    return work.get();
  }

  private static Optional<Gap> none() {
    return Optional.empty();
  }

  private CompletableFuture<Optional<Gap>> begun() {
    CompletableFuture<Optional<Gap>> result = new CompletableFuture<>();
    Unhurried time = Unhurried.within(LIMIT, look);
    Removal removal = new Removal(new JobQuestions(request, api, time), clients, job, remains);
    Thread thread = new Thread(() -> result.complete(remove(removal)), "stageproof-delete-" + job);
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private Optional<Gap> remove(Removal removal) {
    Optional<Gap> left = removal.run().map(this::left);
    left.ifPresent(gap -> look.tell(gap.message() + "; " + gap.settle()));
    return left;
  }

  private Gap left(String why) {
    return Gap.of(
        GapReason.STOPPED,
        "the Cloud Run job %s in %s of %s was not deleted: %s"
            .formatted(job, request.revision().region(), request.revision().project(), why),
        "delete it with `" + request.delete(job) + "`");
  }

  /**
   * Tidies up and waits for that.
   *
   * @return why something is left; empty when nothing is
   * @throws InterruptedException when the look is interrupted; tidying up goes on
   */
  Optional<Gap> finish() throws InterruptedException {
    try {
      return start().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("tidying up never fails", e);
    }
  }

  /** Tidies up and waits for that, a few seconds at the most. */
  void await() {
    boolean interrupted = Thread.interrupted();
    try {
      start().get(LIMIT.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      look.tell(left("it took too long").message());
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (ExecutionException e) {
      throw new IllegalStateException("tidying up never fails", e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
