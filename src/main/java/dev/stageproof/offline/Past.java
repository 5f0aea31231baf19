package dev.stageproof.offline;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Confidence;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a history keeps of a run; a record may be large, and there may be many.
 *
 * @param service project, region and service; empty for a run without a target
 * @param revision empty when it was not known
 * @param checks the outcome of each check, in the order of the configuration
 */
public record Past(
    String reportId,
    Instant startedAt,
    Duration took,
    Optional<String> service,
    Optional<String> revision,
    Verdict verdict,
    Confidence.Level confidence,
    boolean partial,
    Map<String, Outcome> checks) {

  public Past {
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
  }

  public static Past of(RunRecord run) {
    Map<String, Outcome> checks = new LinkedHashMap<>();
    for (CheckResult check : run.checks()) {
      checks.put(check.id(), check.outcome());
    }
    return new Past(
        run.reportId(),
        run.startedAt(),
        run.took(),
        run.identity().map(Past::service),
        run.identity().map(Identity::revision),
        run.judgment().verdict(),
        run.judgment().confidence().level(),
        run.partial(),
        checks);
  }

  private static String service(Identity identity) {
    return identity.project() + "/" + identity.region() + "/" + identity.service();
  }

  /** How many checks there are of each outcome. */
  public Map<Outcome, Integer> counts() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    checks.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
    return counts;
  }
}
