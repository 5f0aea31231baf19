package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way back after a FAIL, where the record names the revision before.
 *
 * @param revision the revision before
 * @param known what this run knows of it: "which fails health as well"
 * @see <a href="https://cloud.google.com/sdk/gcloud/reference/run/services/update-traffic">gcloud
 *     run services update-traffic</a>
 */
public record Rollback(String revision, String known, String command) {

  /** What a shell takes as it stands. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.:_-]+");

  /** Empty unless the run failed and the revision under test gets requests. */
  static Optional<Rollback> of(RunRecord run) {
    return run.identity()
        .filter(identity -> run.judgment().verdict() == Verdict.FAIL)
        .filter(identity -> identity.trafficPercent() > 0)
        .flatMap(identity -> identity.previous().map(previous -> to(previous, identity, run)));
  }

  private static Rollback to(Identity.Previous previous, Identity identity, RunRecord run) {
    return new Rollback(
        ForeignText.line(previous.revision()),
        known(run),
        "gcloud run services update-traffic "
            + word(identity.service())
            + " --to-revisions="
            + word(previous.revision())
            + "=100 --region="
            + word(identity.region())
            + " --project="
            + word(identity.project()));
  }

  private static String known(RunRecord run) {
    if (!Compared.isPrevious(run) || run.judgment().findings().isEmpty()) {
      return "which this run did not validate";
    }
    List<String> failing =
        run.baseline().orElseThrow().checks().stream()
            .filter(check -> check.blocking() && check.outcome() == Outcome.FAIL)
            .map(CheckResult::id)
            .toList();
    return failing.isEmpty()
        ? "where no blocking check of this run failed"
        : ForeignText.line("which fails " + String.join(", ", failing) + " itself");
  }

  private static String word(String name) {
    String line = ForeignText.line(name);
    return PLAIN.matcher(line).matches() ? line : "'" + line.replace("'", "'\\''") + "'";
  }
}
