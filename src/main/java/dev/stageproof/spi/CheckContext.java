package dev.stageproof.spi;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a check may know about the run.
 *
 * @param now the instant at which the run began
 * @param target what is under test, or why that is not known
 * @param serviceUrl the address to send requests to: from the configuration, else from the service
 * @param window the stretch of time for log searches; empty when the target is not known and the
 *     configuration gives no start
 * @param directory the configuration's folder; relative paths in settings are meant from here
 * @param auth how requests to the target prove who sends them
 * @param timeout how long one attempt of this check may take
 */
public record CheckContext(
    Instant now,
    Resolved target,
    Optional<String> serviceUrl,
    Optional<Window> window,
    Path directory,
    Auth auth,
    Duration timeout) {

  /** A run against a service that anyone may call. */
  public CheckContext(
      Instant now,
      Resolved target,
      Optional<String> serviceUrl,
      Optional<Window> window,
      Path directory,
      Duration timeout) {
    this(now, target, serviceUrl, window, directory, Auth.none(), timeout);
  }

  /** What is under test, or why that is not known. */
  public sealed interface Resolved {}

  /**
   * The target as the platform names it.
   *
   * @param role what it is to the run
   */
  public record Known(Identity identity, Role role) implements Resolved {

    /** The revision under test. */
    public Known(Identity identity) {
      this(identity, Role.TESTED);
    }
  }

  /** What a revision is to the run. */
  public enum Role {
    /** The verdict is about it. */
    TESTED,
    /** The one under test is compared with it. */
    BASELINE
  }

  /** The target could not be resolved, or the configuration names none. */
  public record Unknown(Gap gap) implements Resolved {}

  /**
   * True when the check looks at what the revision under test is compared with. What is asked of
   * the service as a whole, or of the newest revision, is not asked there.
   */
  public boolean onBaseline() {
    return target instanceof Known known && known.role() == Role.BASELINE;
  }

  /** Why there is no {@link #serviceUrl}, and what would give one. */
  public Gap noAddress() {
    if (target instanceof Unknown unknown) {
      return unknown.gap();
    }
    return onBaseline()
        ? UntaggedRevision.gap(((Known) target).identity())
        : Gap.of(
            GapReason.UNKNOWN_TARGET,
            "the service has no address",
            "Set `target.url`, or give the check a `url` instead of a `path`.");
  }

  /** The target, if it is known. */
  public Optional<Identity> identity() {
    return target instanceof Known known ? Optional.of(known.identity()) : Optional.empty();
  }

  /** The same run, for a check with a time limit of its own. */
  public CheckContext withTimeout(Duration limit) {
    return new CheckContext(now, target, serviceUrl, window, directory, auth, limit);
  }
}
