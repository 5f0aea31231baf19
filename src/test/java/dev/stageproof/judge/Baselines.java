package dev.stageproof.judge;

import dev.stageproof.model.Baseline;
import dev.stageproof.model.Baseline.Source;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Judgment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs with a baseline, to be judged. */
final class Baselines {
  static final String PREVIOUS = "netra-backend-staging-00639-qar";
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);

  private Baselines() {}

  static Baseline revision(CheckResult... checks) {
    return baseline(Source.REVISION, PREVIOUS, Optional.empty(), checks);
  }

  static Baseline record(CheckResult... checks) {
    return baseline(Source.RECORD, "staging-validation-7", Optional.empty(), checks);
  }

  static Baseline missing(Gap why) {
    return baseline(Source.REVISION, PREVIOUS, Optional.of(why));
  }

  private static Baseline baseline(
      Source source, String name, Optional<Gap> gap, CheckResult... checks) {
    return new Baseline(
        source,
        name,
        Optional.empty(),
        gap,
        Optional.empty(),
        Optional.of(configuration("512Mi")),
        List.of(checks),
        List.of());
  }

  static Configuration configuration(String memory) {
    return new Configuration(true, List.of(), Map.of("memory limit", memory, "cpu limit", "1"));
  }

  static Judgment judge(List<CheckResult> checks, Baseline baseline) {
    return judge(checks, Optional.of(baseline), Optional.of(Identities.byDigest()));
  }

  static Judgment judge(
      List<CheckResult> checks, Optional<Baseline> baseline, Optional<Identity> identity) {
    return Judge.judge(
        new Case(
            checks,
            List.of(),
            List.of(),
            identity,
            Optional.of(configuration("1Gi")),
            List.of(),
            Optional.empty(),
            baseline,
            TODAY));
  }
}
