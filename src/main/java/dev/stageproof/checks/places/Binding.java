package dev.stageproof.checks.places;

import dev.stageproof.model.Assertion;
import java.util.List;
import java.util.Optional;

/**
 * What an image that is read has to do with the revision.
 *
 * @param revision the digest of the revision's image, where the platform tells it
 * @param claim what the configuration says the image is
 */
public record Binding(Optional<String> revision, Claim claim) {

  /** The first column of the assertion on it. */
  public static final String WHAT = "bound to the revision";

  /** What the configuration says an image is. */
  public enum Claim {
    /** The image of the revision. */
    REVISION,
    /** Whatever is configured. */
    NAMED
  }

  /**
   * What an evaluation has to say about it: an assertion where the image is read as the revision's.
   * It is INCONCLUSIVE when the platform knows the image by a tag alone, since a tag can move.
   *
   * @param asked the digest of what was asked for, which may be an index
   * @param digest the digest of the manifest that was read
   */
  public List<Assertion> assertions(String asked, String digest) {
    if (claim == Claim.NAMED) {
      return List.of();
    }
    if (revision.isEmpty()) {
      return List.of(
          Assertion.unsettled(
              WHAT,
              "the image by the revision's digest",
              digest + ", which the tag leads to now; it may have moved since the deployment",
              "Deploy the image by its digest: gcloud run deploy --image …@" + asked));
    }
    return List.of(Assertion.of(WHAT, revision.get(), words(asked, digest), same(asked, digest)));
  }

  /**
   * Says which image was read and whether it is the revision's: a remark for the report.
   *
   * @param asked the digest of what was asked for, which may be an index
   * @param digest the digest of the manifest that was read
   */
  public String remark(String asked, String digest) {
    String read = "Read from the image " + words(asked, digest);
    if (revision.isEmpty()) {
      return read + "; whether it is the revision's is not known: the platform tells no digest.";
    }
    return same(asked, digest)
        ? read + ", the revision's own."
        : read + ", not bound to the revision, whose image is " + revision.get() + ".";
  }

  private boolean same(String asked, String digest) {
    return revision.filter(own -> own.equals(asked) || own.equals(digest)).isPresent();
  }

  private static String words(String asked, String digest) {
    return asked.equals(digest) ? digest : asked + " (for linux/amd64: " + digest + ")";
  }

  /**
   * Says that what was seen on this machine is not the revision's: a remark for the report.
   *
   * @param what what was used: "python3", "../target/app.jar"
   */
  public static String local(String what) {
    return "Seen on this machine, with " + what + ": not bound to the revision.";
  }
}
