package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.ExecutionEnvironment;
import com.google.cloud.run.v2.VpcAccess;
import com.google.cloud.run.v2.VpcAccess.NetworkInterface;
import com.google.cloud.run.v2.VpcAccess.VpcEgress;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.Vpc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads the API's revision message.
 *
 * @see <a
 *     href="https://cloud.google.com/run/docs/reference/rpc/google.cloud.run.v2#revision">Revision</a>
 */
final class RevisionReader {
  private RevisionReader() {}

  static Revision read(com.google.cloud.run.v2.Revision revision) {
    com.google.cloud.run.v2.Container served = ContainerReader.served(revision);
    return new Revision(
        Names.last(revision.getName()),
        ConditionReader.instant(revision.getCreateTime()),
        revision.getConditionsList().stream().map(ConditionReader::read).toList(),
        ContainerReader.read(served),
        revision.getContainersList().stream()
            .filter(container -> !container.equals(served))
            .map(ContainerReader::read)
            .toList(),
        revision.getScaling().getMinInstanceCount(),
        revision.getScaling().getMaxInstanceCount(),
        revision.getMaxInstanceRequestConcurrency(),
        Duration.ofSeconds(revision.getTimeout().getSeconds(), revision.getTimeout().getNanos()),
        revision.getServiceAccount(),
        environment(revision.getExecutionEnvironment()),
        revision.getSessionAffinity(),
        revision.hasVpcAccess() ? Optional.of(vpc(revision.getVpcAccess())) : Optional.empty(),
        revision.getVolumesList().stream().map(VolumeReader::read).toList(),
        Names.sorted(revision.getLabelsMap()),
        Names.sorted(revision.getAnnotationsMap()),
        Names.set(revision.getCreator()),
        Names.set(revision.getLogUri()));
  }

  private static Optional<String> environment(ExecutionEnvironment environment) {
    return environment == ExecutionEnvironment.EXECUTION_ENVIRONMENT_UNSPECIFIED
        ? Optional.empty()
        : Optional.of(Names.plain(environment, "EXECUTION_ENVIRONMENT_"));
  }

  /** The API allows one network interface today. */
  private static Vpc vpc(VpcAccess access) {
    Optional<NetworkInterface> direct = access.getNetworkInterfacesList().stream().findFirst();
    return new Vpc(
        Names.set(access.getConnector()).map(Names::last),
        direct.flatMap(part -> Names.set(part.getNetwork())).map(Names::last),
        direct.flatMap(part -> Names.set(part.getSubnetwork())).map(Names::last),
        direct.map(part -> List.copyOf(part.getTagsList())).orElse(List.of()),
        access.getEgress() == VpcEgress.VPC_EGRESS_UNSPECIFIED
            ? Optional.empty()
            : Optional.of(access.getEgress().name()));
  }
}
