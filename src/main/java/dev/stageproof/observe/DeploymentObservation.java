package dev.stageproof.observe;

import dev.stageproof.model.Gap;
import dev.stageproof.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Cloud Run service and the revision that was asked for, as the Admin API v2 tells them.
 *
 * @param previous empty when there is none, and also when that is not known
 * @param previousGap why it is not known; empty when it is
 */
public record DeploymentObservation(
    Service service, Revision revision, Optional<Previous> previous, Optional<Gap> previousGap)
    implements Observation {

  /**
   * The revision that was created last before the one that was asked for.
   *
   * @param image the image of the container that gets the requests, as deployed
   */
  public record Previous(String name, Instant createdAt, String image) {}

  /**
   * A service. Revision names are short, without their resource path.
   *
   * @param url the address that the platform names first
   * @param urls every address, without those of traffic tags
   * @param customAudiences what an identity token may be made out to besides the addresses
   * @param invokerChecked false when the platform lets requests in without a token
   * @param terminal the condition that sums the others up
   * @param ingress ALL, INTERNAL_ONLY, INTERNAL_LOAD_BALANCER or NONE
   * @param client the client that deployed last, with its version
   */
  public record Service(
      String name,
      Optional<String> url,
      List<String> urls,
      List<String> customAudiences,
      boolean invokerChecked,
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
   * @param container the container that gets the requests
   * @param sidecars the containers beside it
   * @param maxInstances 0 when not set
   * @param concurrency 0 when not set
   * @param executionEnvironment GEN1 or GEN2; empty when the platform chooses
   */
  public record Revision(
      String name,
      Instant createdAt,
      List<Condition> conditions,
      Container container,
      List<Container> sidecars,
      int minInstances,
      int maxInstances,
      int concurrency,
      Duration timeout,
      String serviceAccount,
      Optional<String> executionEnvironment,
      boolean sessionAffinity,
      Optional<Vpc> vpc,
      List<Volume> volumes,
      Map<String, String> labels,
      Map<String, String> annotations,
      Optional<String> creator,
      Optional<String> logUri) {}

  /**
   * A container of a revision. What its command and arguments are stays behind: they may hold
   * secrets.
   *
   * @param name may be empty
   * @param image as deployed
   * @param digest {@code sha256:…} when the image string holds it; the API has no field for it
   * @param env names and kinds only, never values
   * @param limits by resource: "cpu" to "1000m", "memory" to "512Mi"
   * @param cpuIdle true when CPU is throttled between requests
   * @param startupCpuBoost true when a starting instance gets more CPU
   * @param ownCommand true when the image's entry point is replaced
   * @param arguments how many arguments are given
   */
  public record Container(
      String name,
      String image,
      Optional<String> digest,
      List<EnvVar> env,
      Map<String, String> limits,
      boolean cpuIdle,
      boolean startupCpuBoost,
      boolean ownCommand,
      int arguments,
      List<Port> ports,
      Optional<HealthProbe> startupProbe,
      Optional<HealthProbe> livenessProbe,
      Optional<HealthProbe> readinessProbe,
      List<Mount> mounts) {}

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

  /**
   * An environment variable by name and kind, never by value.
   *
   * @param secret where a {@link Kind#SECRET} comes from
   */
  public record EnvVar(String name, Kind kind, Optional<SecretVersion> secret) {
    /** How the variable gets its value. */
    public enum Kind {
      VALUE,
      SECRET
    }
  }

  /**
   * A version of a secret in Secret Manager.
   *
   * @param secret its name; with its project when that is another one
   * @param version a number, or "latest"
   */
  public record SecretVersion(String secret, String version) {}

  /**
   * A port that the container listens on.
   *
   * @param protocol "http1" or "h2c"; empty when not set
   */
  public record Port(int number, Optional<String> protocol) {}

  /**
   * What the platform does to find out whether a container is well.
   *
   * @param port 0 when not set: the port that the container listens on
   * @param path asked for by HTTP
   * @param grpcService asked about by gRPC
   */
  public record HealthProbe(
      Protocol protocol,
      int port,
      Optional<String> path,
      Optional<String> grpcService,
      Duration initialDelay,
      Duration timeout,
      Duration period,
      int failureThreshold) {
    /** What is asked. */
    public enum Protocol {
      HTTP,
      TCP,
      GRPC
    }
  }

  /** Where a container finds a volume. */
  public record Mount(String volume, String path) {}

  /**
   * A volume.
   *
   * @param kind SECRET, CLOUD_SQL_INSTANCE, EMPTY_DIR, NFS or GCS
   * @param sources what is in it: "db-password:latest", the names of Cloud SQL instances, a size, a
   *     server with its path, a bucket
   */
  public record Volume(String name, String kind, List<String> sources) {}

  /**
   * The way into a VPC network.
   *
   * @param connector of Serverless VPC Access
   * @param network for direct egress, without a connector
   * @param egress ALL_TRAFFIC or PRIVATE_RANGES_ONLY
   */
  public record Vpc(
      Optional<String> connector,
      Optional<String> network,
      Optional<String> subnetwork,
      List<String> tags,
      Optional<String> egress) {}
}
