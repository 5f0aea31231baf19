package dev.stageproof.engine;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Severity;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.RunListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One run's way through the world: opened once, asked to identify the target and to run the checks,
 * and closed. {@link #stop} may be called from any thread; the rest belongs to one.
 */
public final class Session implements AutoCloseable {
  private final EngineOptions options;
  private final Clock clock;
  private final Redactor redactor;
  private final RunListener listener;
  private final Stop stop = new Stop();
  private final Workers workers;
  private final Looks looks;
  private final List<Look> firstLooks = new ArrayList<>();

  public Session(
      Collection<? extends Probe<?, ?>> probes,
      EngineOptions options,
      Clock clock,
      Redactor redactor,
      RunListener listener) {
    this.options = options;
    this.clock = clock;
    this.redactor = redactor;
    this.listener = listener;
    this.workers = new Workers(options.jobs());
    Map<Class<?>, Probe<?, ?>> byRequest = new HashMap<>();
    probes.forEach(probe -> byRequest.put(probe.requestType(), probe));
    this.looks = new Looks(byRequest, options, clock, redactor, stop, workers);
    var unused = workers.later(options.timeout(), () -> stop.because(runTooLong()));
  }

  private Gap runTooLong() {
    return Gap.of(
        GapReason.STOPPED,
        "the run's deadline of " + Looks.seconds(options.timeout()) + " passed first",
        "give the run a longer --timeout, or select fewer checks");
  }

  /** Ends the run; what is not settled yet is SKIPPED with this reason. Only the first counts. */
  public void stop(Gap reason) {
    stop.because(reason);
  }

  /** True when the run was ended early. */
  public boolean stopped() {
    return stop.reason().isPresent();
  }

  /** What one look shows, or why it shows nothing. */
  public sealed interface Sight<O> {}

  /** Something was seen. */
  public record Seen<O>(O observation) implements Sight<O> {}

  /** Nothing was seen. */
  public record Unseen<O>(Gap gap) implements Sight<O> {}

  /** Looks once, before any check is planned; the look is kept as evidence. */
  public <O extends Observation> Sight<O> look(Request<O> request, Duration limit) {
    Look look = looks.look(request, 1, limit).join();
    firstLooks.add(look);
    if (look.answer() instanceof Look.Seen seen) {
      return new Seen<>(request.observationType().cast(seen.observation()));
    }
    return new Unseen<>(((Look.Unseen) look.answer()).gap());
  }

  /**
   * Runs the checks side by side; the results stand in the order of the checks.
   *
   * @param skip tells why a check is not to be run; empty when it is
   */
  public Results run(
      List<Check<?>> checks, CheckContext context, Function<Check<?>, Optional<Gap>> skip) {
    Map<Check<?>, Step> steps = new LinkedHashMap<>();
    checks.forEach(check -> steps.put(check, step(check, context, skip.apply(check))));
    listener.planned((int) steps.values().stream().filter(s -> !(s instanceof Omit)).count());
    CheckRun.Shared shared = shared(steps, context);
    List<CompletableFuture<Finished>> running = new ArrayList<>();
    steps.forEach((check, step) -> running.add(start(check, step, shared)));
    List<Finished> finished = running.stream().map(CompletableFuture::join).toList();
    return new Assembly(redactor).results(firstLooks, finished);
  }

  /** What is to be done with a check: look for it, or say why not. */
  private sealed interface Step {}

  private record Run(CheckPlan.Ask plan) implements Step {}

  private record Unplanned(Gap gap) implements Step {}

  private record Skip(Gap gap) implements Step {}

  /** Not part of this run: nobody who follows the run wants to hear of it. */
  private record Omit(Gap gap) implements Step {}

  private Step step(Check<?> check, CheckContext context, Optional<Gap> skip) {
    if (skip.isPresent()) {
      return new Omit(skip.get());
    }
    try {
      CheckPlan plan = check.plan(context);
      if (plan instanceof CheckPlan.Impossible impossible) {
        return new Unplanned(impossible.gap());
      }
      CheckPlan.Ask ask = (CheckPlan.Ask) plan;
      return allowed(ask) ? new Run(ask) : new Skip(execNotAllowed());
    } catch (RuntimeException | Error e) {
      return new Unplanned(Failures.gap("planning `" + check.id() + "`", e));
    }
  }

  private boolean allowed(CheckPlan.Ask ask) {
    return options.allowExec() || ask.requests().stream().noneMatch(Request::executes);
  }

  private CheckRun.Shared shared(Map<Check<?>, Step> steps, CheckContext context) {
    Map<Request<?>, Duration> asked = new LinkedHashMap<>();
    steps.forEach(
        (check, step) -> {
          if (step instanceof Run run) {
            Duration limit = check.timeout();
            run.plan().requests().forEach(r -> asked.merge(r, limit, Looks::longer));
          }
        });
    Map<Request<?>, Request<?>> merged = Merging.of(asked.keySet());
    Map<Request<?>, Duration> limits = new HashMap<>();
    asked.forEach((request, limit) -> limits.merge(merged.get(request), limit, Looks::longer));
    return new CheckRun.Shared(
        context, merged, limits, looks, workers, stop, redactor, listener, clock);
  }

  private CompletableFuture<Finished> start(Check<?> check, Step step, CheckRun.Shared shared) {
    if (step instanceof Omit omit) {
      return done(Finished.skipped(check, omit.gap()));
    }
    CompletableFuture<Finished> end;
    if (step instanceof Run run) {
      end =
          new CheckRun(check, run.plan(), shared)
              .start()
              .thenApply(rounds -> Finished.of(check, run.plan(), rounds, stop.reason()));
    } else if (step instanceof Skip skip) {
      end = done(Finished.skipped(check, skip.gap()));
    } else {
      end = done(Finished.unplanned(check, ((Unplanned) step).gap(), clock.instant()));
    }
    return end.thenApply(this::announce);
  }

  private static CompletableFuture<Finished> done(Finished end) {
    return CompletableFuture.completedFuture(end);
  }

  private static Gap execNotAllowed() {
    return Gap.of(
        GapReason.EXEC_NOT_ALLOWED,
        "it runs a program, and the run was started without --allow-exec",
        "run again with --allow-exec if you trust the configuration");
  }

  private Finished announce(Finished end) {
    Severity severity = end.check().common().severity();
    String headline = redactor.text(end.headline());
    listener.finished(end.check().id(), severity, end.outcome(), headline, end.took());
    boolean fatal = severity == Severity.BLOCKING && end.outcome() == Outcome.FAIL;
    if (options.failFast() && fatal) {
      stop.because(
          Gap.of(
              GapReason.STOPPED,
              "the run stopped at the first blocking failure, `" + end.check().id() + "`",
              "mend that failure, or run without --fail-fast"));
    }
    return end;
  }

  @Override
  public void close() {
    workers.close();
  }
}
