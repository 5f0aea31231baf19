package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Cloud Run service and the revision that was asked for, as the Admin API v2 tells them.
 *
 * @param previous empty when there is none, and also when the revisions may not be listed
 */
public record DeploymentObservation(Service service, Revision revision, Optional<Previous> previous)
    implements Observation {

  /** The revision that was created last before the one that was asked for. */
  public record Previous(String name, Instant createdAt) {}

  /**
   * A service. Revision names are short, without their resource path.
   *
   * @param terminal the condition that sums the others up
   * @param client the client that deployed last, with its version
   */
  public record Service(
      String name,
      Optional<String> url,
      long generation,
      long observedGeneration,
      boolean reconciling,
      Optional<Condition> terminal,
      List<Condition> conditions,
      String latestReady,
      String latestCreated,
      List<Traffic> traffic,
      String ingress,
      Map<String, String> labels,
      Optional<String> client,
      Optional<String> lastModifier) {}

  /**
   * A revision.
   *
   * @param image the image of the first container, as deployed
   * @param digest {@code sha256:…} when the image string holds it; the API has no field for it
   * @param env names and kinds only, never values
   * @param limits by resource: "cpu" to "1000m", "memory" to "512Mi"
   * @param maxInstances 0 when not set
   */
  public record Revision(
      String name,
      Instant createdAt,
      List<Condition> conditions,
      String image,
      Optional<String> digest,
      List<EnvVar> env,
      Map<String, String> limits,
      int minInstances,
      int maxInstances,
      int concurrency,
      Duration timeout,
      String serviceAccount,
      Map<String, String> labels,
      Optional<String> creator,
      Optional<String> logUri) {}

  /**
   * A condition of a service or revision.
   *
   * @param state SUCCEEDED, FAILED, RECONCILING or PENDING
   * @param reason the API's reason, when it gives one
   */
  public record Condition(
      String type,
      String state,
      Optional<String> reason,
      Optional<String> message,
      Optional<Instant> since) {}

  /**
   * A share of the service's requests.
   *
   * @param revision the short name; the latest ready one where the target says "latest"
   */
  public record Traffic(String revision, int percent, Optional<String> tag, Optional<String> url) {}

  /** An environment variable by name and kind, never by value. */
  public record EnvVar(String name, Kind kind) {
    /** How the variable gets its value. */
    public enum Kind {
      VALUE,
      SECRET
    }
  }
}
