package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.TrafficTargetAllocationType;
import com.google.cloud.run.v2.TrafficTargetStatus;
import dev.stageproof.observe.DeploymentObservation.Condition;
import dev.stageproof.observe.DeploymentObservation.Service;
import dev.stageproof.observe.DeploymentObservation.Traffic;
import java.util.List;
import java.util.Optional;

/**
 * Reads the API's service message.
 *
 * @see <a
 *     href="https://cloud.google.com/run/docs/reference/rpc/google.cloud.run.v2#service">Service</a>
 */
final class ServiceReader {
  private ServiceReader() {}

  static Service read(com.google.cloud.run.v2.Service service) {
    return new Service(
        Names.last(service.getName()),
        Names.set(service.getUri()),
        List.copyOf(service.getUrlsList()),
        List.copyOf(service.getCustomAudiencesList()),
        !service.getInvokerIamDisabled(),
        service.getGeneration(),
        service.getObservedGeneration(),
        service.getReconciling(),
        terminal(service),
        service.getConditionsList().stream().map(ConditionReader::read).toList(),
        Names.last(service.getLatestReadyRevision()),
        Names.last(service.getLatestCreatedRevision()),
        service.getTrafficStatusesList().stream().map(part -> traffic(part, service)).toList(),
        Names.plain(service.getIngress(), "INGRESS_TRAFFIC_"),
        Names.sorted(service.getLabelsMap()),
        Names.set((service.getClient() + " " + service.getClientVersion()).strip()),
        Names.set(service.getLastModifier()));
  }

  private static Optional<Condition> terminal(com.google.cloud.run.v2.Service service) {
    return service.hasTerminalCondition()
        ? Optional.of(ConditionReader.read(service.getTerminalCondition()))
        : Optional.empty();
  }

  private static Traffic traffic(
      TrafficTargetStatus part, com.google.cloud.run.v2.Service service) {
    boolean latest =
        part.getType() == TrafficTargetAllocationType.TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST;
    String revision = latest ? service.getLatestReadyRevision() : part.getRevision();
    return new Traffic(
        Names.last(revision),
        part.getPercent(),
        Names.set(part.getTag()),
        Names.set(part.getUri()));
  }
}
