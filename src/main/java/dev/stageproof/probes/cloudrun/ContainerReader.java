package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.ContainerPort;
import com.google.cloud.run.v2.SecretKeySelector;
import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentObservation.Mount;
import dev.stageproof.observe.DeploymentObservation.Port;
import dev.stageproof.observe.DeploymentObservation.SecretVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the API's container message. Values of variables, the command and arguments stay behind:
 * they may be secrets.
 *
 * @see <a
 *     href="https://cloud.google.com/run/docs/reference/rpc/google.cloud.run.v2#container">Container</a>
 */
final class ContainerReader {
  private static final Pattern DIGEST = Pattern.compile("@(sha256:[0-9a-f]{64})$");

  private ContainerReader() {}

  /** The container that gets the requests: the one with a port, where there are several. */
  static com.google.cloud.run.v2.Container served(com.google.cloud.run.v2.Revision revision) {
    return revision.getContainersList().stream()
        .filter(container -> container.getPortsCount() > 0)
        .findFirst()
        .or(() -> revision.getContainersList().stream().findFirst())
        .orElse(com.google.cloud.run.v2.Container.getDefaultInstance());
  }

  static Container read(com.google.cloud.run.v2.Container container) {
    return new Container(
        container.getName(),
        container.getImage(),
        digest(container.getImage()),
        container.getEnvList().stream().map(ContainerReader::env).toList(),
        Names.sorted(container.getResources().getLimitsMap()),
        container.getResources().getCpuIdle(),
        container.getResources().getStartupCpuBoost(),
        container.getCommandCount() > 0,
        container.getArgsCount(),
        container.getPortsList().stream().map(ContainerReader::port).toList(),
        ProbeReader.read(container.hasStartupProbe(), container.getStartupProbe()),
        ProbeReader.read(container.hasLivenessProbe(), container.getLivenessProbe()),
        ProbeReader.read(container.hasReadinessProbe(), container.getReadinessProbe()),
        container.getVolumeMountsList().stream()
            .map(mount -> new Mount(mount.getName(), mount.getMountPath()))
            .toList());
  }

  private static Optional<String> digest(String image) {
    Matcher matcher = DIGEST.matcher(image);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static EnvVar env(com.google.cloud.run.v2.EnvVar entry) {
    if (!entry.hasValueSource()) {
      return new EnvVar(entry.getName(), EnvVar.Kind.VALUE, Optional.empty());
    }
    SecretKeySelector secret = entry.getValueSource().getSecretKeyRef();
    return new EnvVar(
        entry.getName(),
        EnvVar.Kind.SECRET,
        Optional.of(secret(secret.getSecret(), secret.getVersion())));
  }

  /** A version that is not set is the latest one. */
  static SecretVersion secret(String secret, String version) {
    return new SecretVersion(secret, version.isEmpty() ? "latest" : version);
  }

  private static Port port(ContainerPort port) {
    return new Port(port.getContainerPort(), Names.set(port.getName()));
  }
}
