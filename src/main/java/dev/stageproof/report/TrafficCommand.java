package dev.stageproof.report;

import dev.stageproof.model.Identity;
import java.util.regex.Pattern;

/**
 * The command that sends all requests of a service to one of its revisions.
 *
 * @see <a href="https://cloud.google.com/sdk/gcloud/reference/run/services/update-traffic">gcloud
 *     run services update-traffic</a>
 */
final class TrafficCommand {

  /** What a shell takes as it stands. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.:_-]+");

  private TrafficCommand() {}

  static String to(String revision, Identity identity) {
    return "gcloud run services update-traffic "
        + word(identity.service())
        + " --to-revisions="
        + word(revision)
        + "=100 --region="
        + word(identity.region())
        + " --project="
        + word(identity.project());
  }

  private static String word(String name) {
    String line = ForeignText.line(name);
    return PLAIN.matcher(line).matches() ? line : "'" + line.replace("'", "'\\''") + "'";
  }
}
