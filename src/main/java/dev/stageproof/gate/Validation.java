package dev.stageproof.gate;

import dev.stageproof.config.RunConfig;
import dev.stageproof.engine.Compared;
import dev.stageproof.engine.Redactor;
import dev.stageproof.engine.Session;
import dev.stageproof.judge.Case;
import dev.stageproof.judge.Judge;
import dev.stageproof.model.Baseline;
import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Window;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.RunListener;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * The use case of {@code validate}: load, plan, run, judge, write. One instance for one run; {@link
 * #interrupt} may be called from any thread.
 */
public final class Validation {
  private final Catalog catalog;
  private final ValidationOptions options;
  private final Clock clock;
  private final RunListener listener;
  private final CompletableFuture<Session> session = new CompletableFuture<>();

  public Validation(Catalog catalog, ValidationOptions options, Clock clock, RunListener listener) {
    this.catalog = catalog;
    this.options = options;
    this.clock = clock;
    this.listener = listener;
  }

  /** Ends the run early; what was observed so far is still judged and written, marked partial. */
  public void interrupt() {
    var unused =
        session.thenAccept(
            running ->
                running.stop(
                    Gap.of(
                        GapReason.STOPPED,
                        "the run was interrupted before this check had its say",
                        "run it again and let it finish")));
  }

  /**
   * Runs, judges and writes.
   *
   * @throws UsageException when the command line or configuration can't be used; nothing was asked
   * @throws ReportException when a report can't be written
   */
  public Validated run(StandardStreams streams) throws UsageException, ReportException {
    Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Setup setup = Setup.load(catalog, options);
    RunConfig config = setup.config();
    Predicate<Check<?>> selected = Selection.of(options.filter(), config.checks());
    Redactor redactor = setup.redactor(options);
    Optional<Baseline> stored =
        setup.baseline().orElse(null) instanceof Against.Stored file
            ? Optional.of(Baselines.ofFile(file.record()))
            : Optional.empty();
    var publishing = Publishing.prepare(catalog.formats(), options.delivery());
    RunRecord record = observe(setup, stored, selected, redactor, startedAt);
    return publishing.publish(
        record, ReportIds.candidates(config.subject(), setup.target(), startedAt), streams);
  }

  private RunRecord observe(
      Setup setup,
      Optional<Baseline> stored,
      Predicate<Check<?>> selected,
      Redactor redactor,
      Instant startedAt)
      throws UsageException {
    List<Probe<?, ?>> probes = catalog.probes();
    long began = System.nanoTime();
    try (var open = new Session(probes, setup.engine(), clock, redactor, listener)) {
      session.complete(open);
      Target target = Target.resolve(catalog.targetType(), setup.target(), open);
      CheckContext context = context(setup, target, startedAt);
      Optional<OtherSide> other = other(setup, target, context, open);
      Compared compared =
          open.run(
              setup.config().checks(),
              context,
              other.flatMap(OtherSide::context),
              check -> deselected(selected, check));
      Optional<Baseline> baseline = stored.or(() -> other.map(it -> it.with(compared.baseline())));
      List<Change> movement = target.again().movement();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      Case seen = seen(setup, target, context, compared.tested().checks(), movement, baseline);
      return redactor.record(record(setup, seen, open, new Took(startedAt, took)));
    } finally {
      probes.forEach(Probe::close);
    }
  }

  private Optional<OtherSide> other(Setup setup, Target tested, CheckContext context, Session run)
      throws UsageException {
    Optional<TargetType<?>> type = catalog.targetType();
    return setup
        .baseline()
        .filter(against -> !(against instanceof Against.Stored))
        .map(
            against ->
                OtherSide.find(
                    against, type, setup.target().orElseThrow(), tested, context, run.baseline()));
  }

  private CheckContext context(Setup setup, Target target, Instant now) {
    Optional<Identity> identity = target.identity();
    Optional<Window> window = Windows.of(setup.config().window(), options.since(), identity, now);
    return new CheckContext(
        now,
        target.resolved(),
        serviceUrl(setup, identity),
        window,
        options.folder(),
        setup.auth(),
        setup.engine().timeout());
  }

  private static Optional<String> serviceUrl(Setup setup, Optional<Identity> identity) {
    return setup.target().flatMap(TargetSettings::url).or(() -> identity.flatMap(Identity::url));
  }

  static Optional<Gap> deselected(Predicate<Check<?>> selected, Check<?> check) {
    return selected.test(check)
        ? Optional.empty()
        : Optional.of(
            Gap.of(
                GapReason.DESELECTED,
                "it was not selected for this run",
                "run again without --only, --skip and --tag"));
  }

  private static Case seen(
      Setup setup,
      Target target,
      CheckContext context,
      List<CheckResult> checks,
      List<Change> movement,
      Optional<Baseline> baseline) {
    return new Case(
        checks,
        setup.config().claims(),
        setup.config().waivers(),
        target.identity(),
        target.gap(),
        target.configuration(),
        movement,
        context.window(),
        baseline,
        LocalDate.ofInstant(context.now(), ZoneOffset.UTC));
  }

  private record Took(Instant from, Duration length) {}

  private RunRecord record(Setup setup, Case seen, Session run, Took took) {
    RunConfig config = setup.config();
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        ToolVersion.get(),
        "",
        took.from(),
        took.length(),
        run.stopped(),
        config.subject(),
        seen.identity(),
        seen.identityGap(),
        seen.window(),
        seen.configuration(),
        seen.movement(),
        seen.baseline(),
        seen.checks(),
        run.evidence(),
        Judge.judge(seen),
        config.notes(),
        config.report(),
        options.command(),
        serviceUrl(setup, seen.identity()),
        Optional.of(options.folder().toString()));
  }
}
