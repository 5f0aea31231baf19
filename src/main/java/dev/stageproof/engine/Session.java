package dev.stageproof.engine;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Severity;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.RunListener;
import dev.stageproof.spi.Sight;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One run's way through the world: opened once, asked to identify the target and to run the checks,
 * and closed. {@link #stop} may be called from any thread; the rest belongs to one.
 */
public final class Session implements Looker, AutoCloseable {
  private final EngineOptions options;
  private final Clock clock;
  private final Redactor redactor;
  private final RunListener listener;
  private final Stop stop = new Stop();
  private final Workers workers;
  private final Looks looks;
  private final Assembly tested;
  private final Assembly baseline;

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
    this.tested = new Assembly(redactor, "e");
    this.baseline = new Assembly(redactor, "b");
    this.workers = new Workers(options.jobs());
    Map<Class<?>, Probe<?, ?>> byRequest = new HashMap<>();
    probes.forEach(probe -> byRequest.put(probe.requestType(), probe));
    this.looks = new Looks(byRequest, options, clock, redactor, stop, workers, listener::told);
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

  @Override
  public <O extends Observation> Sight<O> look(Request<O> request, int time, Duration limit) {
    return look(request, time, limit, tested);
  }

  private <O extends Observation> Sight<O> look(
      Request<O> request, int time, Duration limit, Assembly side) {
    Look look = looks.look(request, time, limit).join();
    side.keep(look);
    return look.sight(request);
  }

  /** Looks at what the run is compared with; the evidence is the baseline's. */
  public Looker baseline() {
    return new Looker() {
      @Override
      public <O extends Observation> Sight<O> look(Request<O> request, int time, Duration limit) {
        return Session.this.look(request, time, limit, baseline);
      }
    };
  }

  /** Everything that was seen so far, in the order in which it was asked for. */
  public List<Evidence> evidence() {
    return tested.evidence();
  }

  /**
   * Runs the checks side by side; the results stand in the order of the checks.
   *
   * @param skip tells why a check is not to be run; empty when it is
   */
  public Results run(
      List<Check<?>> checks, CheckContext context, Function<Check<?>, Optional<Gap>> skip) {
    return run(checks, context, Optional.empty(), skip).tested();
  }

  /**
   * Runs the checks, and beside them the same checks on another revision. A look that answers both
   * is made once. On the baseline a check has one attempt, and its failure stops nothing.
   *
   * @param other the run as the baseline's checks shall see it; empty when there is nothing to
   *     compare with
   */
  public Compared run(
      List<Check<?>> checks,
      CheckContext context,
      Optional<CheckContext> other,
      Function<Check<?>, Optional<Gap>> skip) {
    Steps steps = Steps.of(checks, context, options.allowExec(), skip);
    Steps there = other.map(steps::on).orElseGet(Steps::none);
    RunPlan plan = RunPlan.of(steps, there);
    listener.planned(steps.taking());
    plan.creations().forEach(what -> listener.creating(redactor.text(what)));
    var running = start(steps, shared(context, plan, true, listener), this::announce);
    var beside =
        start(
            there,
            shared(other.orElse(context), plan, false, RunListener.none()),
            this::announceCompared);
    return new Compared(results(running, tested), results(beside, baseline));
  }

  private CheckRun.Shared shared(
      CheckContext context, RunPlan plan, boolean repeats, RunListener follower) {
    return new CheckRun.Shared(
        context, plan, repeats, looks, workers, stop, redactor, follower, clock);
  }

  private List<CompletableFuture<Finished>> start(
      Steps steps, CheckRun.Shared shared, UnaryOperator<Finished> announced) {
    List<CompletableFuture<Finished>> running = new ArrayList<>();
    steps.each().forEach((check, step) -> running.add(start(check, step, shared, announced)));
    return running;
  }

  private static Results results(List<CompletableFuture<Finished>> running, Assembly side) {
    List<Finished> finished = running.stream().map(CompletableFuture::join).toList();
    List<CheckResult> results = finished.stream().map(side::result).toList();
    return new Results(results, side.evidence());
  }

  private CompletableFuture<Finished> start(
      Check<?> check, Step step, CheckRun.Shared shared, UnaryOperator<Finished> announced) {
    if (step instanceof Step.Omit omit) {
      return done(Finished.skipped(check, omit.gap()));
    }
    return settled(check, step, shared).thenApply(announced);
  }

  private CompletableFuture<Finished> settled(Check<?> check, Step step, CheckRun.Shared shared) {
    if (step instanceof Step.Run run) {
      return new CheckRun(check, run.plan(), shared)
          .start()
          .thenApply(rounds -> Finished.of(check, run.plan(), rounds, stop.reason()));
    }
    return step instanceof Step.Skip skip
        ? done(Finished.skipped(check, skip.gap()))
        : done(Finished.unplanned(check, ((Step.Unplanned) step).gap(), clock.instant()));
  }

  private static CompletableFuture<Finished> done(Finished end) {
    return CompletableFuture.completedFuture(end);
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

  private Finished announceCompared(Finished end) {
    String headline = redactor.text(end.headline());
    listener.compared(end.check().id(), end.outcome(), headline, end.took());
    return end;
  }

  @Override
  public void close() {
    workers.close();
  }
}
