package dev.stageproof.judge;

import dev.stageproof.judge.Contradiction.Doubt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The platform and the health checks disagree about the revision. */
final class ReadinessRule implements Contradiction.Rule {
  private static final String STARTUP_PROBE = "startup probe";

  @Override
  public List<Contradiction> in(Seen seen) {
    return seen.run().configuration().flatMap(it -> of(it, seen)).stream().toList();
  }

  private static Optional<Contradiction> of(Configuration configuration, Seen seen) {
    List<CheckResult> against = seen.health(configuration.ready() ? Outcome.FAIL : Outcome.PASS);
    if (against.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(configuration.ready() ? down(against, configuration) : up(against));
  }

  private static Contradiction down(List<CheckResult> failed, Configuration configuration) {
    return new Contradiction(
        Doubt.DETAIL,
        "The platform calls the revision ready, but "
            + findings(failed)
            + "."
            + startupProbe(configuration),
        Contradiction.only(failed),
        "Let the startup probe ask what the health check asks, so that a revision that fails it"
            + " never becomes ready.");
  }

  private static Contradiction up(List<CheckResult> passed) {
    return new Contradiction(
        Doubt.SUBJECT,
        "The platform does not call the revision ready, but "
            + findings(passed)
            + ". Another revision may have answered.",
        Contradiction.only(passed),
        "Ask the revision itself, at the address of a traffic tag.");
  }

  private static String findings(List<CheckResult> checks) {
    return Words.series(
        checks.stream()
            .map(check -> check.id() + verb(check) + ": " + Words.open(check.headline()))
            .toList());
  }

  private static String verb(CheckResult check) {
    return check.outcome() == Outcome.FAIL ? " failed" : " passed";
  }

  /** A probe that only opens a port explains much. */
  private static String startupProbe(Configuration configuration) {
    return Optional.ofNullable(configuration.settings().get(STARTUP_PROBE))
        .map(probe -> " Its startup probe: " + Words.open(probe) + tcp(probe) + ".")
        .orElse("");
  }

  private static String tcp(String probe) {
    return probe.toLowerCase(Locale.ROOT).startsWith("tcp")
        ? ", which only shows that the port is open"
        : "";
  }
}
