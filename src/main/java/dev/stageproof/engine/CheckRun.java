package dev.stageproof.engine;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckSettings.Retry;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.RunListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

/** One check on its way: looks, evaluates, and looks again while its retry budget lasts. */
final class CheckRun {

  /**
   * What all checks of one side of a run share.
   *
   * @param repeats whether checks look again until they pass
   * @param listener follows the side; on a baseline nothing
   */
  record Shared(
      CheckContext context,
      RunPlan plan,
      boolean repeats,
      Looks looks,
      Workers workers,
      Stop stop,
      Redactor redactor,
      RunListener listener,
      Clock clock) {}

  private final Check<?> check;
  private final CheckPlan.Ask plan;
  private final Shared shared;
  private final List<Round> rounds = new CopyOnWriteArrayList<>();

  CheckRun(Check<?> check, CheckPlan.Ask plan, Shared shared) {
    this.check = check;
    this.plan = plan;
    this.shared = shared;
  }

  /** Every round, also when the run was stopped; never completes exceptionally. */
  CompletableFuture<List<Round>> start() {
    CompletableFuture<List<Round>> result = new CompletableFuture<>();
    shared.stop().whenStopped(gap -> result.complete(List.copyOf(rounds)));
    shared.listener().started(check.id());
    var unused =
        Failsafe.with(policy())
            .with(shared.workers().timer())
            .getStageAsync(attempt -> round(attempt.getAttemptCount() + 1))
            .whenComplete((last, failure) -> result.complete(List.copyOf(rounds)));
    return result;
  }

  private RetryPolicy<Round> policy() {
    var builder = RetryPolicy.<Round>builder();
    Optional<Retry> retry = check.common().retry().filter(wanted -> shared.repeats());
    if (retry.isEmpty()) {
      return builder.withMaxRetries(0).build();
    }
    Duration budget = retry.get().budget();
    Duration every = retry.get().every();
    return builder
        .handleResultIf(Round::mayEndBetter)
        .withMaxRetries(-1)
        .withMaxDuration(budget)
        .withDelay(every.compareTo(budget) < 0 ? every : budget.minusNanos(1))
        .build();
  }

  private CompletableFuture<Round> round(int number) {
    Instant at = shared.clock().instant();
    long began = System.nanoTime();
    return looks(plan.requests(), request -> look(request, number))
        .thenCompose(needed -> helped(needed, number))
        .thenCompose(this::conclude)
        .thenApply(
            concluded ->
                keep(
                    new Round(
                        number,
                        at,
                        Duration.ofNanos(System.nanoTime() - began),
                        concluded.evaluation(),
                        concluded.looks(),
                        concluded.gap())));
  }

  /** What would only help is looked at when all else was seen: it can't settle the check alone. */
  private CompletableFuture<List<Look>> helped(List<Look> needed, int number) {
    if (plan.helpful().isEmpty() || needed.stream().anyMatch(Look::unseen)) {
      return CompletableFuture.completedFuture(needed);
    }
    return looks(plan.helpful(), request -> help(request, number))
        .thenApply(help -> Stream.concat(needed.stream(), help.stream()).toList());
  }

  private static CompletableFuture<List<Look>> looks(
      List<Request<?>> requests, Function<Request<?>, CompletableFuture<Look>> start) {
    List<CompletableFuture<Look>> looks = requests.stream().map(start).toList();
    return CompletableFuture.allOf(looks.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> looks.stream().map(CompletableFuture::join).toList());
  }

  private CompletableFuture<Look> look(Request<?> request, int number) {
    Request<?> merged = shared.plan().merged().get(request);
    return shared.looks().look(merged, number, shared.plan().limits().get(merged));
  }

  /** A check that looks again does so for itself: others, whom the merged look served, are done. */
  private CompletableFuture<Look> help(Request<?> request, int number) {
    Request<?> merged = shared.plan().merged().get(request);
    Request<?> asked = number == 1 ? merged : request;
    return shared.looks().look(asked, number, shared.plan().limits().get(merged));
  }

  private record Concluded(Evaluation evaluation, List<Look> looks, Optional<Gap> gap) {}

  private CompletableFuture<Concluded> conclude(List<Look> looks) {
    Optional<Look> unseen = Look.missing(plan, looks);
    if (unseen.isPresent()) {
      return CompletableFuture.completedFuture(
          new Concluded(unseen.get().nothing(), looks, unseen.get().gap()));
    }
    var seen = new SeenObservations(plan.all(), looks);
    return CompletableFuture.supplyAsync(
            () -> check.evaluate(shared.context(), seen), shared.workers().thinkers())
        .orTimeout(check.timeout().toNanos(), TimeUnit.NANOSECONDS)
        .handle(
            (evaluation, failure) ->
                failure == null
                    ? new Concluded(evaluation, looks, Optional.empty())
                    : failed(looks, failure));
  }

  private Concluded failed(List<Look> looks, Throwable failure) {
    Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    Gap gap = Failures.gap("evaluating `" + check.id() + "`", named(cause));
    return new Concluded(Evaluation.unseen(check.type().name(), gap), looks, Optional.of(gap));
  }

  private Throwable named(Throwable cause) {
    return cause instanceof TimeoutException
        ? new IllegalStateException("not done after " + Looks.seconds(check.timeout()), cause)
        : cause;
  }

  private Round keep(Round round) {
    rounds.add(round);
    Evaluation evaluation = shared.redactor().record(round.evaluation());
    shared
        .listener()
        .attempted(check.id(), round.number(), evaluation.outcome(), evaluation.headline());
    return round;
  }
}
