package dev.stageproof.gate;

import dev.stageproof.model.Identity;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckContext.Known;
import dev.stageproof.spi.CheckContext.Role;
import dev.stageproof.spi.TargetSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a validation would be compared with, as far as that is known without network.
 *
 * @param assumptions what is not known before the run, and what was put in its place
 * @param target the baseline, when it is a revision
 * @param context the run as the baseline's checks would see it
 */
record PlannedBaseline(
    List<String> assumptions, Optional<TargetSettings> target, Optional<CheckContext> context) {

  /** Stands for how long the baseline was in use. */
  private static final Duration ASSUMED_LIFE = Duration.ofHours(1);

  static PlannedBaseline of(Setup setup, CheckContext run) {
    Optional<Against> baseline = setup.baseline();
    if (baseline.isEmpty()) {
      return new PlannedBaseline(List.of(), Optional.empty(), Optional.empty());
    }
    if (baseline.get() instanceof Against.Stored stored) {
      String text = "compared with the record " + stored.record() + ": nothing more is asked";
      return new PlannedBaseline(List.of(text), Optional.empty(), Optional.empty());
    }
    String revision =
        baseline.get() instanceof Against.Revision named ? named.selector() : Against.PREVIOUS;
    return of(setup.target().orElseThrow().withRevision(revision), run);
  }

  private static PlannedBaseline of(TargetSettings target, CheckContext run) {
    Identity tested = ((Known) run.target()).identity();
    Identity other = Planning.assumed(target, tested.deployedAt().minus(ASSUMED_LIFE));
    Optional<String> address = Optional.of("https://baseline---" + target.service() + ".example");
    return new PlannedBaseline(
        List.of(
            "the baseline is looked up when the run begins; here: "
                + target.revision()
                + ", deployed 1 h before the tested revision, at "
                + address.get()),
        Optional.of(target),
        Optional.of(
            new CheckContext(
                run.now(),
                new Known(other, Role.BASELINE),
                address,
                BaselineWindow.of(other, tested, run.window(), run.now()),
                run.directory(),
                run.timeout())));
  }
}
