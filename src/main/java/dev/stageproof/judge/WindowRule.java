package dev.stageproof.judge;

import dev.stageproof.judge.Contradiction.Doubt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Identity;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Window;
import java.util.List;
import java.util.Optional;

/** The log searches cover a time in which the revision under test did not exist. */
final class WindowRule implements Contradiction.Rule {

  @Override
  public List<Contradiction> in(Seen seen) {
    if (seen.run().checks().stream().noneMatch(WindowRule::searches)) {
      return List.of();
    }
    return seen
        .run()
        .window()
        .flatMap(window -> seen.run().identity().flatMap(identity -> of(window, identity)))
        .stream()
        .toList();
  }

  private static boolean searches(CheckResult check) {
    return check.section() == Section.LOGS
        || check.evaluation().filter(it -> it.exposure().isPresent()).isPresent();
  }

  private static Optional<Contradiction> of(Window window, Identity identity) {
    String created = ", before revision " + identity.revision() + " was created, ";
    if (!window.end().isAfter(identity.deployedAt())) {
      return Optional.of(
          of(
              Doubt.SUBJECT,
              "The log window ends at "
                  + window.end()
                  + created
                  + identity.deployedAt()
                  + ": nothing in it is about that revision."));
    }
    return window.start().isBefore(identity.deployedAt())
        ? Optional.of(
            of(
                Doubt.DETAIL,
                "The log window starts at "
                    + window.start()
                    + created
                    + identity.deployedAt()
                    + ": what lies between is not about that revision."))
        : Optional.empty();
  }

  private static Contradiction of(Doubt doubt, String text) {
    return new Contradiction(
        doubt,
        text,
        Optional.empty(),
        "Leave `window` and `--since` out: the window then starts with the revision.");
  }
}
