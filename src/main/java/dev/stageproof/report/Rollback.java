package dev.stageproof.report;

import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way back after a FAIL, where the record names the revision before.
 *
 * @param revision the revision before, of which this run knows nothing else
 * @see <a href="https://cloud.google.com/sdk/gcloud/reference/run/services/update-traffic">gcloud
 *     run services update-traffic</a>
 */
public record Rollback(String revision, String command) {

  /** What a shell takes as it stands. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.:_-]+");

  /** Empty unless the run failed and the revision under test gets requests. */
  static Optional<Rollback> of(RunRecord run) {
    return run.identity()
        .filter(identity -> run.judgment().verdict() == Verdict.FAIL)
        .filter(identity -> identity.trafficPercent() > 0)
        .flatMap(identity -> identity.previous().map(previous -> to(previous, identity)));
  }

  private static Rollback to(Identity.Previous previous, Identity identity) {
    return new Rollback(
        ForeignText.line(previous.revision()),
        "gcloud run services update-traffic "
            + word(identity.service())
            + " --to-revisions="
            + word(previous.revision())
            + "=100 --region="
            + word(identity.region())
            + " --project="
            + word(identity.project()));
  }

  private static String word(String name) {
    String line = ForeignText.line(name);
    return PLAIN.matcher(line).matches() ? line : "'" + line.replace("'", "'\\''") + "'";
  }
}
