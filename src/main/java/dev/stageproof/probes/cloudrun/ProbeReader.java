package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.Probe;
import dev.stageproof.observe.DeploymentObservation.HealthProbe;
import dev.stageproof.observe.DeploymentObservation.HealthProbe.Protocol;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the API's probe message.
 *
 * @see <a
 *     href="https://cloud.google.com/run/docs/reference/rpc/google.cloud.run.v2#probe">Probe</a>
 */
final class ProbeReader {
  /** The API's defaults where a field is zero. */
  private static final int TIMEOUT = 1;

  private static final int PERIOD = 10;
  private static final int THRESHOLD = 3;

  private ProbeReader() {}

  /** Empty when there is none, or one of a kind that is not known. */
  static Optional<HealthProbe> read(boolean given, Probe probe) {
    if (!given) {
      return Optional.empty();
    }
    return switch (probe.getProbeTypeCase()) {
      case HTTP_GET ->
          Optional.of(
              read(
                  probe,
                  Protocol.HTTP,
                  probe.getHttpGet().getPort(),
                  Names.set(probe.getHttpGet().getPath()).or(() -> Optional.of("/")),
                  Optional.empty()));
      case TCP_SOCKET ->
          Optional.of(
              read(
                  probe,
                  Protocol.TCP,
                  probe.getTcpSocket().getPort(),
                  Optional.empty(),
                  Optional.empty()));
      case GRPC ->
          Optional.of(
              read(
                  probe,
                  Protocol.GRPC,
                  probe.getGrpc().getPort(),
                  Optional.empty(),
                  Names.set(probe.getGrpc().getService())));
      case PROBETYPE_NOT_SET -> Optional.empty();
    };
  }

  private static HealthProbe read(
      Probe probe, Protocol protocol, int port, Optional<String> path, Optional<String> service) {
    return new HealthProbe(
        protocol,
        port,
        path,
        service,
        Duration.ofSeconds(probe.getInitialDelaySeconds()),
        Duration.ofSeconds(or(probe.getTimeoutSeconds(), TIMEOUT)),
        Duration.ofSeconds(or(probe.getPeriodSeconds(), PERIOD)),
        or(probe.getFailureThreshold(), THRESHOLD));
  }

  private static int or(int given, int otherwise) {
    return given == 0 ? otherwise : given;
  }
}
