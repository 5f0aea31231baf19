package dev.stageproof.spi;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import java.util.List;

/**
 * A revision without an address of its own, and the command that gives it one.
 *
 * @see <a href="https://cloud.google.com/sdk/gcloud/reference/run/services/update-traffic">gcloud
 *     run services update-traffic</a>
 */
public final class UntaggedRevision {
  private UntaggedRevision() {}

  /** Why nothing can be asked of this revision alone, and what would let it be asked. */
  public static Gap gap(Identity tested) {
    return Gap.of(
        GapReason.UNKNOWN_TARGET,
        "revision " + tested.revision() + " has no address of its own: no tag leads to it",
        "give it a tag, which moves no traffic: `" + command(tested) + "`, then run again.");
  }

  private static String command(Identity tested) {
    return Shell.command(
        List.of(
            "gcloud",
            "run",
            "services",
            "update-traffic",
            tested.service(),
            "--region=" + tested.region(),
            "--project=" + tested.project(),
            "--update-tags=" + tag(tested) + "=" + tested.revision()));
  }

  /** One that no other revision has: a tag that is taken would leave its owner. */
  private static String tag(Identity tested) {
    String prefix = tested.service() + "-";
    boolean usual = tested.revision().startsWith(prefix);
    return "rev-" + (usual ? tested.revision().substring(prefix.length()) : tested.revision());
  }
}
