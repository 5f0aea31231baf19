package dev.stageproof.sandbox;

import com.google.api.LaunchStage;
import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.ExecutionEnvironment;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.RevisionScaling;
import com.google.cloud.run.v2.RevisionScalingStatus;
import com.google.cloud.run.v2.RevisionTemplate;
import com.google.cloud.run.v2.VpcAccess;
import java.time.Instant;
import java.util.Set;

/**
 * Revisions as the Admin API v2 shows them.
 *
 * @see <a href="https://cloud.google.com/run/docs/reference/rpc/google.cloud.run.v2">
 *     google.cloud.run.v2</a>
 */
final class RevisionProtos {
  private static final Set<Condition.State> SETTLED =
      Set.of(Condition.State.CONDITION_SUCCEEDED, Condition.State.CONDITION_FAILED);

  private final Scenario scenario;
  private final Instant start;
  private final ContainerProto containers;

  /**
   * @param start the sandbox's start, which all times count from
   */
  RevisionProtos(Scenario scenario, Instant start) {
    this.scenario = scenario;
    this.start = start;
    this.containers = new ContainerProto(scenario.service());
  }

  Instant deployed(ScenarioRevision revision) {
    return start.minus(revision.deployedAgo());
  }

  Revision revision(ScenarioRevision revision) {
    Instant deployed = deployed(revision);
    ScenarioRuntime running = revision.running();
    Revision.Builder proto =
        Revision.newBuilder()
            .setName(Names.revision(scenario, revision.name()))
            .setUid(Names.uid(revision.name()))
            .setGeneration(1)
            .setObservedGeneration(1)
            .setReconciling(!SETTLED.contains(revision.readiness().state()))
            .putAllLabels(revision.labels())
            .putAllAnnotations(revision.annotations())
            .setCreateTime(Times.timestamp(deployed))
            .setUpdateTime(Times.timestamp(deployed.plus(revision.readiness().after())))
            .setLaunchStage(LaunchStage.GA)
            .setService(scenario.service())
            .setScaling(scaling(revision))
            .setScalingStatus(
                RevisionScalingStatus.newBuilder()
                    .setDesiredMinInstanceCount(revision.minInstances()))
            .setMaxInstanceRequestConcurrency(revision.concurrency())
            .setTimeout(Times.duration(revision.timeout()))
            .setServiceAccount(revision.serviceAccount())
            .addContainers(containers.of(revision))
            .addAllVolumes(ContainerProto.volumes(running))
            .setSessionAffinity(running.sessionAffinity().orElse(false))
            .setExecutionEnvironment(environment(running))
            .addAllConditions(Conditions.of(revision, deployed))
            .setLogUri(Names.logUri(scenario, revision.name()))
            .setCreator(revision.creator())
            .setEtag(Names.etag(revision.name()));
    running.vpc().map(RevisionProtos::vpc).ifPresent(proto::setVpcAccess);
    return proto.build();
  }

  RevisionTemplate template(ScenarioRevision revision) {
    ScenarioRuntime running = revision.running();
    RevisionTemplate.Builder template =
        RevisionTemplate.newBuilder()
            .setRevision(revision.name())
            .putAllLabels(revision.labels())
            .putAllAnnotations(revision.annotations())
            .setScaling(scaling(revision))
            .setTimeout(Times.duration(revision.timeout()))
            .setServiceAccount(revision.serviceAccount())
            .addContainers(containers.of(revision))
            .addAllVolumes(ContainerProto.volumes(running))
            .setSessionAffinity(running.sessionAffinity().orElse(false))
            .setExecutionEnvironment(environment(running))
            .setMaxInstanceRequestConcurrency(revision.concurrency());
    running.vpc().map(RevisionProtos::vpc).ifPresent(template::setVpcAccess);
    return template.build();
  }

  private static ExecutionEnvironment environment(ScenarioRuntime running) {
    return running.executionEnvironment().orElse(ExecutionEnvironment.EXECUTION_ENVIRONMENT_GEN2);
  }

  private static RevisionScaling scaling(ScenarioRevision revision) {
    return RevisionScaling.newBuilder()
        .setMinInstanceCount(revision.minInstances())
        .setMaxInstanceCount(revision.maxInstances())
        .build();
  }

  private static VpcAccess vpc(ScenarioRuntime.Vpc vpc) {
    VpcAccess.Builder access = VpcAccess.newBuilder().setEgress(vpc.egress());
    vpc.connector().ifPresent(access::setConnector);
    vpc.network()
        .ifPresent(
            network -> {
              VpcAccess.NetworkInterface.Builder direct =
                  VpcAccess.NetworkInterface.newBuilder().setNetwork(network);
              vpc.subnetwork().ifPresent(direct::setSubnetwork);
              access.addNetworkInterfaces(direct);
            });
    return access.build();
  }
}
