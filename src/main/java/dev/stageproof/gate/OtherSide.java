package dev.stageproof.gate;

import dev.stageproof.engine.Looker;
import dev.stageproof.engine.Results;
import dev.stageproof.gate.Against.Previous;
import dev.stageproof.model.Baseline;
import dev.stageproof.model.Baseline.Source;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckContext.Known;
import dev.stageproof.spi.CheckContext.Role;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.util.Optional;

/**
 * The revision that the one under test is compared with, found out before any check is planned.
 *
 * @param name the revision, or how it was asked for when it is not known
 * @param target what it is, or why that is not known
 * @param context the run as its checks shall see it; empty when none can be run there
 */
record OtherSide(String name, Target target, Optional<CheckContext> context) {
  private static final int ALL = 100;

  /**
   * Finds the revision.
   *
   * @param tested what is under test
   * @param run the run as the checks of the revision under test see it
   */
  static OtherSide find(
      Against against,
      Optional<TargetType<?>> type,
      TargetSettings settings,
      Target tested,
      CheckContext run,
      Looker looker) {
    Optional<Identity> identity = tested.identity();
    if (identity.isEmpty()) {
      return unknown(asked(against), untested(tested));
    }
    Optional<String> selector =
        against instanceof Previous
            ? identity.get().previous().map(Identity.Previous::revision)
            : Optional.of(asked(against));
    return selector
        .map(name -> resolve(name, type, settings, looker))
        .map(other -> distinct(other, identity.get()))
        .map(other -> other.beside(identity.get(), settings, run))
        .orElseGet(() -> unknown(asked(against), first(identity.get())));
  }

  private static OtherSide resolve(
      String selector, Optional<TargetType<?>> type, TargetSettings settings, Looker looker) {
    Target found = Target.resolve(type, Optional.of(settings.withRevision(selector)), looker);
    String name = found.identity().map(Identity::revision).orElse(selector);
    return new OtherSide(name, found, Optional.empty());
  }

  private static OtherSide distinct(OtherSide other, Identity tested) {
    return other.name.equals(tested.revision()) ? unknown(other.name, itself()) : other;
  }

  private OtherSide beside(Identity tested, TargetSettings settings, CheckContext run) {
    return new OtherSide(
        name,
        target,
        target
            .identity()
            .map(
                identity ->
                    new CheckContext(
                        run.now(),
                        new Known(identity, Role.BASELINE),
                        address(identity, settings),
                        BaselineWindow.of(identity, tested, run.window(), run.now()),
                        run.directory(),
                        run.timeout())));
  }

  /** An address at which this revision answers and no other. */
  private static Optional<String> address(Identity identity, TargetSettings settings) {
    Optional<String> shared = settings.url().or(identity::url);
    return identity
        .revisionUrl()
        .or(() -> identity.trafficPercent() >= ALL ? shared : Optional.empty());
  }

  /** The baseline with what the checks came to there. */
  Baseline with(Results results) {
    return new Baseline(
        Source.REVISION,
        name,
        target.identity(),
        target.gap(),
        context.flatMap(CheckContext::window),
        target.configuration(),
        results.checks(),
        results.evidence());
  }

  private static String asked(Against against) {
    return against instanceof Against.Revision revision
        ? revision.selector()
        : "the previous revision";
  }

  private static OtherSide unknown(String name, Gap why) {
    return new OtherSide(name, Target.unknown(why), Optional.empty());
  }

  private static Gap untested(Target tested) {
    return Gap.of(
        GapReason.UNKNOWN_TARGET,
        "the revision under test is not known, so there is nothing to compare",
        tested.gap().map(Gap::settle).orElse("name a `target` in the configuration"));
  }

  /** The platform's list is needed to find the one before. */
  private static Gap first(Identity tested) {
    return Gap.of(
        GapReason.NOT_FOUND,
        "no revision before " + tested.revision() + " was found",
        "name a revision or a stored record with --baseline; to find the one before, the caller"
            + " needs run.revisions.list (roles/run.viewer)");
  }

  private static Gap itself() {
    return Gap.of(
        GapReason.NOT_FOUND,
        "it is the revision under test itself",
        "name another revision with --baseline");
  }
}
