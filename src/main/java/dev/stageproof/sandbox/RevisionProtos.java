package dev.stageproof.sandbox;

import com.google.api.LaunchStage;
import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.ContainerPort;
import com.google.cloud.run.v2.EnvVar;
import com.google.cloud.run.v2.EnvVarSource;
import com.google.cloud.run.v2.ExecutionEnvironment;
import com.google.cloud.run.v2.Probe;
import com.google.cloud.run.v2.ResourceRequirements;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.RevisionScaling;
import com.google.cloud.run.v2.RevisionScalingStatus;
import com.google.cloud.run.v2.RevisionTemplate;
import com.google.cloud.run.v2.SecretKeySelector;
import com.google.cloud.run.v2.TCPSocketAction;
import java.time.Instant;

/**
 * Revisions as the Admin API v2 shows them.
 *
 * @see <a href="https://cloud.google.com/run/docs/reference/rpc/google.cloud.run.v2">
 *     google.cloud.run.v2</a>
 */
final class RevisionProtos {
  private static final int PORT = 8080;

  /** Cloud Run's default startup probe: TCP, one attempt of up to 240 s. */
  private static final int PROBE_SECONDS = 240;

  private final Scenario scenario;
  private final Instant start;

  /**
   * @param start the sandbox's start, which all times count from
   */
  RevisionProtos(Scenario scenario, Instant start) {
    this.scenario = scenario;
    this.start = start;
  }

  Instant deployed(ScenarioRevision revision) {
    return start.minus(revision.deployedAgo());
  }

  Revision revision(ScenarioRevision revision) {
    Instant deployed = deployed(revision);
    return Revision.newBuilder()
        .setName(Names.revision(scenario, revision.name()))
        .setUid(Names.uid(revision.name()))
        .setGeneration(1)
        .setObservedGeneration(1)
        .setReconciling(!revision.readiness().state().name().matches(".*(SUCCEEDED|FAILED)"))
        .putAllLabels(revision.labels())
        .setCreateTime(Times.timestamp(deployed))
        .setUpdateTime(Times.timestamp(deployed.plus(revision.readiness().after())))
        .setLaunchStage(LaunchStage.GA)
        .setService(scenario.service())
        .setScaling(scaling(revision))
        .setScalingStatus(
            RevisionScalingStatus.newBuilder().setDesiredMinInstanceCount(revision.minInstances()))
        .setMaxInstanceRequestConcurrency(revision.concurrency())
        .setTimeout(Times.duration(revision.timeout()))
        .setServiceAccount(revision.serviceAccount())
        .addContainers(container(revision))
        .setExecutionEnvironment(ExecutionEnvironment.EXECUTION_ENVIRONMENT_GEN2)
        .addAllConditions(Conditions.of(revision, deployed))
        .setLogUri(Names.logUri(scenario, revision.name()))
        .setCreator(revision.creator())
        .setEtag(Names.etag(revision.name()))
        .build();
  }

  RevisionTemplate template(ScenarioRevision revision) {
    return RevisionTemplate.newBuilder()
        .setRevision(revision.name())
        .putAllLabels(revision.labels())
        .setScaling(scaling(revision))
        .setTimeout(Times.duration(revision.timeout()))
        .setServiceAccount(revision.serviceAccount())
        .addContainers(container(revision))
        .setExecutionEnvironment(ExecutionEnvironment.EXECUTION_ENVIRONMENT_GEN2)
        .setMaxInstanceRequestConcurrency(revision.concurrency())
        .build();
  }

  /** The name that Cloud Run gives to a service's first container. */
  static String containerName(String service) {
    return service + "-1";
  }

  private static RevisionScaling scaling(ScenarioRevision revision) {
    return RevisionScaling.newBuilder()
        .setMinInstanceCount(revision.minInstances())
        .setMaxInstanceCount(revision.maxInstances())
        .build();
  }

  private Container container(ScenarioRevision revision) {
    Container.Builder container =
        Container.newBuilder()
            .setName(containerName(scenario.service()))
            .setImage(revision.image())
            .setResources(
                ResourceRequirements.newBuilder()
                    .putAllLimits(revision.limits())
                    .setCpuIdle(true)
                    .setStartupCpuBoost(true))
            .addPorts(ContainerPort.newBuilder().setName("http1").setContainerPort(PORT))
            .setStartupProbe(startupProbe());
    revision.env().stream().map(RevisionProtos::env).forEach(container::addEnv);
    return container.build();
  }

  private static Probe startupProbe() {
    return Probe.newBuilder()
        .setTimeoutSeconds(PROBE_SECONDS)
        .setPeriodSeconds(PROBE_SECONDS)
        .setFailureThreshold(1)
        .setTcpSocket(TCPSocketAction.newBuilder().setPort(PORT))
        .build();
  }

  private static EnvVar env(ScenarioRevision.EnvVar variable) {
    EnvVar.Builder env = EnvVar.newBuilder().setName(variable.name());
    variable.value().ifPresent(env::setValue);
    variable.secret().map(RevisionProtos::latest).ifPresent(env::setValueSource);
    return env.build();
  }

  private static EnvVarSource latest(String secret) {
    return EnvVarSource.newBuilder()
        .setSecretKeyRef(SecretKeySelector.newBuilder().setSecret(secret).setVersion("latest"))
        .build();
  }
}
