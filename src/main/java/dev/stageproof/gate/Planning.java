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
import dev.stageproof.spi.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
   * @param whom who is asked
   * @param checks ids of the checks that it serves; empty for the look that finds the target, which
   *     is made at the beginning of a run and at its end
   * @param creates what is created and deleted again
   * @param least how much of what is counted all its times use up, at the least
   */
  public record Look(
      String whom,
      String subject,
      List<String> checks,
      List<Permission> permissions,
      Optional<String> cost,
      Optional<Usage> least,
      boolean executes,
      Optional<String> creates,
      List<String> reproduce) {}

  /**
   * A planned validation.
   *
   * @param assumptions what is not known before the run, and what was put in its place
   * @param looks those that ask the same one stand together
   * @param baseline the looks that are made only to compare with another revision
   * @param unplanned checks that can't be planned, and why
   * @param grants what grants each role that is needed, by role; {@link #MEMBER} stands for the
   *     account
   * @param logReadsPerMinute how many pages of log entries are read a minute at the most
   */
  public record Planned(
      List<String> assumptions,
      List<Look> looks,
      List<Look> baseline,
      Map<String, Gap> unplanned,
      SortedMap<String, String> grants,
      int logReadsPerMinute) {

    /** Every look. */
    public List<Look> all() {
      return Stream.concat(looks.stream(), baseline.stream()).toList();
    }
  }

  /** Stands for an account that is not known. */
  public static final String MEMBER = "MEMBER";

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
        Stream.of(assumptions(setup, context), image(looks), other.assumptions())
            .flatMap(List::stream)
            .toList(),
        grouped(looks),
        grouped(there),
        preview.unplanned(),
        grants(setup, Stream.concat(looks.stream(), there.stream()).toList()),
        setup.engine().probes().logReadsPerMinute());
  }

  private static List<Look> grouped(List<Look> looks) {
    Map<String, List<Look>> groups = new LinkedHashMap<>();
    looks.forEach(look -> groups.computeIfAbsent(look.whom(), x -> new ArrayList<>()).add(look));
    return groups.values().stream().flatMap(List::stream).toList();
  }

  private SortedMap<String, String> grants(Setup setup, List<Look> looks) throws UsageException {
    SortedMap<String, String> grants = new TreeMap<>();
    Optional<TargetType<?>> type = catalog.targetType();
    if (type.isPresent() && setup.target().isPresent()) {
      TargetSettings target = setup.target().get();
      looks.stream()
          .flatMap(look -> look.permissions().stream())
          .forEach(need -> grants.put(need.role(), type.get().grant(target, need, MEMBER)));
    }
    return grants;
  }

  private Optional<Request<?>> target(Optional<TargetSettings> target) throws UsageException {
    Optional<TargetType<?>> type = catalog.targetType();
    return type.flatMap(known -> target.map(known::plan));
  }

  private CheckContext context(Setup setup) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<Identity> identity =
        setup.target().map(target -> Assumed.withImage(target, now, ASSUMED_AGE));
    CheckContext.Resolved resolved =
        identity
            .<CheckContext.Resolved>map(CheckContext.Known::new)
            .orElseGet(() -> new CheckContext.Unknown(Target.unnamed()));
    Optional<Window> window = Windows.of(setup.config().window(), options.since(), identity, now);
    Optional<String> url =
        setup
            .target()
            .map(target -> target.url().orElse("https://" + target.service() + ".example"));
    return new CheckContext(
        now, resolved, url, window, options.folder(), setup.auth(), setup.engine().timeout());
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

  /** Told only where it shows. */
  private static List<String> image(List<Look> looks) {
    boolean shown =
        looks.stream()
            .flatMap(look -> look.reproduce().stream())
            .anyMatch(command -> command.contains(Assumed.IMAGE));
    return shown ? List.of("the image is the revision's; here: " + Assumed.IMAGE) : List.of();
  }

  private static Look look(Request<?> request, List<String> checks, Redactor redactor) {
    int times = checks.isEmpty() ? 2 : 1;
    return new Look(
        redactor.text(request.whom()),
        redactor.text(request.subject()),
        checks,
        request.permissions(),
        request.cost(),
        request.usage().map(once -> new Usage(once.least() * times, once.unit())),
        request.executes(),
        request.creates().map(redactor::text),
        request.reproduce().stream().map(redactor::text).toList());
  }
}
