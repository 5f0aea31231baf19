package dev.stageproof.gate;

import dev.stageproof.engine.Preview;
import dev.stageproof.engine.Preview.PlannedLook;
import dev.stageproof.engine.Session;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Window;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Diagnosis.Level;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.RunListener;
import dev.stageproof.spi.Sight;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The use case of {@code doctor}: tries what a validation needs, one by one, and says of each
 * whether it is there and what to do if not. Reads little, runs nothing, changes nothing.
 */
public final class Doctor {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Without a deployment's time, log reads are tried over this stretch. */
  private static final Duration TRIED = Duration.ofMinutes(15);

  private final Catalog catalog;
  private final ValidationOptions options;
  private final Clock clock;
  private final Consumer<Examined> listener;

  /**
   * @param listener is told each thing as soon as it was tried
   */
  public Doctor(
      Catalog catalog, ValidationOptions options, Clock clock, Consumer<Examined> listener) {
    this.catalog = catalog;
    this.options = options;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * One thing that was tried.
   *
   * @param what what was tried
   * @param text what was seen, in one line
   * @param missing the permission that is lacking and the role that grants it, in words
   * @param next what to do, each a sentence or a command
   * @param checks ids of the checks that need it; empty when all do
   */
  public record Examined(
      Level level,
      String what,
      String text,
      Optional<String> missing,
      List<String> next,
      List<String> checks) {}

  /**
   * Tries everything.
   *
   * @param named a service to try in place of the configuration file, by the checks that {@code
   *     init} would write for it
   * @return the worst level that was met
   * @throws UsageException when the command line or the configuration can't be used
   */
  public Level examine(Optional<TargetSettings> named) throws UsageException {
    Setup setup = setup(named);
    Predicate<Check<?>> selected = Selection.of(options.filter(), setup.config().checks());
    Trials trials =
        new Trials(setup.redactor(options), new Grants(catalog.targetType(), setup), listener);
    trials.tell(configuration(setup, named));
    List<Probe<?, ?>> probes = catalog.probes();
    try (var session =
        new Session(probes, setup.engine(), clock, setup.redactor(options), RunListener.none())) {
      Optional<Identity> identity = target(setup, session, trials);
      Preview preview =
          Preview.of(
              setup.config().checks(),
              context(setup, identity),
              Optional.empty(),
              check -> Validation.deselected(selected, check));
      preview.looks().forEach(look -> look(look, setup, session, trials));
      preview.unplanned().forEach(trials::unplanned);
    } finally {
      probes.forEach(Probe::close);
    }
    new ReportTrial(catalog.formats(), options, setup.config().report(), clock.instant())
        .examined()
        .forEach(trials::tell);
    return trials.worst();
  }

  private Setup setup(Optional<TargetSettings> named) throws UsageException {
    return named.isPresent()
        ? new Initialization(catalog, options, clock).starter(named.get())
        : Setup.load(catalog, options);
  }

  private Examined configuration(Setup setup, Optional<TargetSettings> named) {
    int checks = setup.config().checks().size();
    String text =
        named.isPresent()
            ? "none; tried with the %d checks that `init` would write".formatted(checks)
            : "%s: %d checks".formatted(options.config(), checks);
    return new Examined(Level.OK, "configuration", text, Optional.empty(), List.of(), List.of());
  }

  private Optional<Identity> target(Setup setup, Session session, Trials trials)
      throws UsageException {
    Optional<TargetType<?>> type = catalog.targetType();
    return type.isPresent() && setup.target().isPresent()
        ? target(type.get(), setup.target().get(), session, trials)
        : Optional.empty();
  }

  private static <O extends Observation> Optional<Identity> target(
      TargetType<O> type, TargetSettings settings, Session session, Trials trials) {
    Request<O> request = type.plan(settings);
    request.trials().forEach(trial -> trials.make(trial, List.of(), session));
    Sight<O> sight = session.look(request, 1, LIMIT);
    Optional<Identity> identity = sight.seen().map(seen -> type.identify(settings, seen));
    identity.ifPresent(known -> trials.knows(type.plan(settings.withRevision(known.revision()))));
    return identity;
  }

  private static void look(PlannedLook look, Setup setup, Session session, Trials trials) {
    if (look.request().executes()) {
      trials.program(look, setup.engine().allowExec());
    }
    look.request().trials().forEach(trial -> trials.make(trial, look.checks(), session));
  }

  /** Where the deployment is not known, its names are, and that is enough to try other access. */
  private CheckContext context(Setup setup, Optional<Identity> identity) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<Identity> known =
        identity.or(() -> setup.target().map(target -> Assumed.identity(target, now, TRIED)));
    CheckContext.Resolved resolved =
        known
            .<CheckContext.Resolved>map(CheckContext.Known::new)
            .orElseGet(() -> new CheckContext.Unknown(Target.unnamed()));
    Optional<Window> window = Windows.of(setup.config().window(), options.since(), known, now);
    Optional<String> url =
        setup.target().flatMap(TargetSettings::url).or(() -> identity.flatMap(Identity::url));
    return new CheckContext(
        now, resolved, url, window, options.folder(), setup.auth(), setup.engine().timeout());
  }
}
