package dev.stageproof.gate;

import dev.stageproof.engine.Preview;
import dev.stageproof.engine.Redactor;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Window;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.RevisionSelector;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The use case of {@code plan}: what a validation would ask, of whom and at what cost, found out
 * without network.
 */
public final class Planning {

  /** Stands for a start that only the deployment can tell. */
  private static final Duration ASSUMED_AGE = Duration.ofMinutes(15);

  private final Catalog catalog;
  private final ValidationOptions options;
  private final Clock clock;

  public Planning(Catalog catalog, ValidationOptions options, Clock clock) {
    this.catalog = catalog;
    this.options = options;
    this.clock = clock;
  }

  /**
   * One look that a validation would make.
   *
   * @param checks ids of the checks that it serves; empty for the look that finds the target
   */
  public record Look(
      String subject,
      List<String> checks,
      Optional<Permission> permission,
      Optional<String> cost,
      boolean executes,
      List<String> reproduce) {}

  /**
   * A planned validation.
   *
   * @param assumptions what is not known before the run, and what was put in its place
   * @param baseline the looks that are made only to compare with another revision
   * @param unplanned checks that can't be planned, and why
   */
  public record Planned(
      List<String> assumptions,
      List<Look> looks,
      List<Look> baseline,
      Map<String, Gap> unplanned) {}

  /**
   * Plans; nothing is asked.
   *
   * @throws UsageException when the command line or configuration can't be used
   */
  public Planned plan() throws UsageException {
    Setup setup = Setup.load(catalog, options);
    Predicate<Check<?>> selected = Selection.of(options.filter(), setup.config().checks());
    Redactor redactor = setup.redactor(options);
    CheckContext context = context(setup);
    PlannedBaseline other = PlannedBaseline.of(setup, context);
    List<Look> looks = new ArrayList<>();
    target(setup.target()).ifPresent(request -> looks.add(look(request, List.of(), redactor)));
    Preview preview =
        Preview.of(
            setup.config().checks(),
            context,
            other.context(),
            check -> Validation.deselected(selected, check));
    preview.looks().forEach(l -> looks.add(look(l.request(), l.checks(), redactor)));
    List<Look> there = new ArrayList<>();
    target(other.target()).ifPresent(request -> there.add(look(request, List.of(), redactor)));
    preview.baseline().forEach(l -> there.add(look(l.request(), l.checks(), redactor)));
    return new Planned(
        Stream.concat(assumptions(setup, context).stream(), other.assumptions().stream()).toList(),
        looks,
        there,
        preview.unplanned());
  }

  private Optional<Request<?>> target(Optional<TargetSettings> target) throws UsageException {
    Optional<TargetType<?>> type = catalog.targetType();
    return type.flatMap(known -> target.map(known::plan));
  }

  private CheckContext context(Setup setup) {
    Instant now = clock.instant();
    Optional<Identity> identity =
        setup.target().map(target -> assumed(target, now.minus(ASSUMED_AGE)));
    CheckContext.Resolved resolved =
        identity
            .<CheckContext.Resolved>map(CheckContext.Known::new)
            .orElseGet(() -> new CheckContext.Unknown(Target.unnamed()));
    Optional<Window> window = Windows.of(setup.config().window(), options.since(), identity, now);
    Optional<String> url = identity.flatMap(Identity::url);
    return new CheckContext(now, resolved, url, window, options.folder(), setup.engine().timeout());
  }

  static Identity assumed(TargetSettings target, Instant deployedAt) {
    return new Identity(
        target.project(),
        target.region(),
        target.service(),
        target.revision(),
        target.revision(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        deployedAt,
        Optional.empty(),
        Optional.empty(),
        target.url().or(() -> Optional.of("https://" + target.service() + ".example")),
        List.of(),
        List.of(),
        target.serving(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<String> assumptions(Setup setup, CheckContext context) {
    List<String> found = new ArrayList<>();
    setup
        .target()
        .ifPresent(
            target -> {
              if (!(target.selector() instanceof RevisionSelector.Named)) {
                found.add(
                    "the revision is looked up when the run begins; here: " + target.revision());
              }
              if (target.url().isEmpty()) {
                found.add(
                    "the address is the service's own; here: " + context.serviceUrl().orElse(""));
              }
              found.add("the log window starts with the deployment; here: 15 minutes ago");
            });
    return found;
  }

  private static Look look(Request<?> request, List<String> checks, Redactor redactor) {
    return new Look(
        redactor.text(request.subject()),
        checks,
        request.permission(),
        request.cost(),
        request.executes(),
        request.reproduce().stream().map(redactor::text).toList());
  }
}
