package dev.stageproof.sandbox;

import com.google.cloud.run.v2.CloudSqlInstance;
import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.ContainerPort;
import com.google.cloud.run.v2.EnvVar;
import com.google.cloud.run.v2.EnvVarSource;
import com.google.cloud.run.v2.HTTPGetAction;
import com.google.cloud.run.v2.Probe;
import com.google.cloud.run.v2.ResourceRequirements;
import com.google.cloud.run.v2.SecretKeySelector;
import com.google.cloud.run.v2.SecretVolumeSource;
import com.google.cloud.run.v2.TCPSocketAction;
import com.google.cloud.run.v2.VersionToPath;
import com.google.cloud.run.v2.Volume;
import com.google.cloud.run.v2.VolumeMount;
import java.util.List;

/**
 * The container of a revision as the Admin API v2 shows it.
 *
 * @param service whose container it is
 */
record ContainerProto(String service) {
  private static final int PORT = 8080;

  /** Cloud Run's default startup probe: TCP, one attempt of up to 240 s. */
  private static final int PROBE_SECONDS = 240;

  private static final String LATEST = "latest";

  Container of(ScenarioRevision revision) {
    ScenarioRuntime running = revision.running();
    int port = running.port().orElse(PORT);
    Container.Builder container =
        Container.newBuilder()
            .setName(name(service))
            .setImage(revision.image())
            .addAllCommand(running.command())
            .addAllArgs(running.args())
            .setResources(
                ResourceRequirements.newBuilder()
                    .putAllLimits(revision.limits())
                    .setCpuIdle(running.cpuIdle().orElse(true))
                    .setStartupCpuBoost(running.startupCpuBoost().orElse(true)))
            .addPorts(ContainerPort.newBuilder().setName("http1").setContainerPort(port))
            .setStartupProbe(
                running.startupProbe().map(p -> probe(p, port)).orElseGet(() -> usual(port)));
    running.livenessProbe().map(p -> probe(p, port)).ifPresent(container::setLivenessProbe);
    running.readinessProbe().map(p -> probe(p, port)).ifPresent(container::setReadinessProbe);
    revision.env().stream().map(ContainerProto::env).forEach(container::addEnv);
    running.volumes().stream().map(ContainerProto::mount).forEach(container::addVolumeMounts);
    return container.build();
  }

  /** The name that Cloud Run gives to a service's first container. */
  static String name(String service) {
    return service + "-1";
  }

  static List<Volume> volumes(ScenarioRuntime running) {
    return running.volumes().stream().map(ContainerProto::volume).toList();
  }

  private static Probe usual(int port) {
    return Probe.newBuilder()
        .setTimeoutSeconds(PROBE_SECONDS)
        .setPeriodSeconds(PROBE_SECONDS)
        .setFailureThreshold(1)
        .setTcpSocket(TCPSocketAction.newBuilder().setPort(port))
        .build();
  }

  private static Probe probe(ScenarioRuntime.HealthProbe given, int containerPort) {
    int port = given.port().orElse(containerPort);
    Probe.Builder probe =
        Probe.newBuilder()
            .setInitialDelaySeconds(given.initialDelaySeconds())
            .setTimeoutSeconds(given.timeoutSeconds())
            .setPeriodSeconds(given.periodSeconds())
            .setFailureThreshold(given.failureThreshold());
    given
        .path()
        .ifPresentOrElse(
            path -> probe.setHttpGet(HTTPGetAction.newBuilder().setPath(path).setPort(port)),
            () -> probe.setTcpSocket(TCPSocketAction.newBuilder().setPort(port)));
    return probe.build();
  }

  private static EnvVar env(ScenarioRevision.EnvVar variable) {
    EnvVar.Builder env = EnvVar.newBuilder().setName(variable.name());
    variable.value().ifPresent(env::setValue);
    variable
        .secret()
        .map(secret -> secret(secret, variable.version().orElse(LATEST)))
        .ifPresent(env::setValueSource);
    return env.build();
  }

  private static EnvVarSource secret(String secret, String version) {
    return EnvVarSource.newBuilder()
        .setSecretKeyRef(SecretKeySelector.newBuilder().setSecret(secret).setVersion(version))
        .build();
  }

  private static VolumeMount mount(ScenarioRuntime.Volume volume) {
    return VolumeMount.newBuilder().setName(volume.name()).setMountPath(volume.mountPath()).build();
  }

  private static Volume volume(ScenarioRuntime.Volume given) {
    Volume.Builder volume = Volume.newBuilder().setName(given.name());
    given
        .secret()
        .ifPresent(
            secret ->
                volume.setSecret(
                    SecretVolumeSource.newBuilder()
                        .setSecret(secret)
                        .addItems(VersionToPath.newBuilder().setPath(secret).setVersion(LATEST))));
    if (!given.cloudSql().isEmpty()) {
      volume.setCloudSqlInstance(CloudSqlInstance.newBuilder().addAllInstances(given.cloudSql()));
    }
    return volume.build();
  }
}
