package dev.stageproof.sandbox;

import com.google.cloud.run.v2.ExecutionEnvironment;
import com.google.cloud.run.v2.VpcAccess.VpcEgress;
import java.util.List;
import java.util.Optional;

/**
 * How a revision runs, where it differs from Cloud Run's defaults. Immutable.
 *
 * @param digest of the image, "sha256:…", where the image is named by tag; only the Admin API v1
 *     tells it
 * @param command replaces the image's entry point
 * @param args of the command
 * @param port that the container listens on; 8080 when empty
 * @param cpuIdle whether the CPU is taken away between requests; true when empty
 * @param startupCpuBoost true when empty
 * @param sessionAffinity false when empty
 * @param executionEnvironment the second generation when empty
 * @param startupProbe a TCP probe of one attempt of up to 240 s when empty, as Cloud Run sets it
 * @param livenessProbe none when empty
 * @param readinessProbe none when empty
 * @param vpc none when empty
 */
public record ScenarioRuntime(
    Optional<String> digest,
    List<String> command,
    List<String> args,
    Optional<Integer> port,
    Optional<Boolean> cpuIdle,
    Optional<Boolean> startupCpuBoost,
    Optional<Boolean> sessionAffinity,
    Optional<ExecutionEnvironment> executionEnvironment,
    Optional<HealthProbe> startupProbe,
    Optional<HealthProbe> livenessProbe,
    Optional<HealthProbe> readinessProbe,
    Optional<Vpc> vpc,
    List<Volume> volumes) {

  /**
   * How Cloud Run asks a container whether it is well.
   *
   * @param path of an HTTP probe; a TCP probe when empty
   * @param port the container's when empty
   */
  public record HealthProbe(
      Optional<String> path,
      Optional<Integer> port,
      int initialDelaySeconds,
      int timeoutSeconds,
      int periodSeconds,
      int failureThreshold) {}

  /**
   * The way into a network, by a connector or directly.
   *
   * @param connector its resource name
   * @param network with direct access
   * @param subnetwork with direct access
   */
  public record Vpc(
      Optional<String> connector,
      Optional<String> network,
      Optional<String> subnetwork,
      VpcEgress egress) {}

  /**
   * A volume that is mounted into the container.
   *
   * @param secret its name in Secret Manager, for a volume of one file
   * @param cloudSql instances, for a volume of sockets
   */
  public record Volume(
      String name, String mountPath, Optional<String> secret, List<String> cloudSql) {
    public Volume {
      cloudSql = List.copyOf(cloudSql);
    }
  }

  public ScenarioRuntime {
    command = List.copyOf(command);
    args = List.copyOf(args);
    volumes = List.copyOf(volumes);
  }

  static ScenarioRuntime defaults() {
    return new ScenarioRuntime(
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
