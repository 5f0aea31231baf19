package dev.stageproof.sandbox;

import com.google.api.LaunchStage;
import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Service;
import com.google.cloud.run.v2.TrafficTarget;
import com.google.cloud.run.v2.TrafficTargetAllocationType;
import com.google.cloud.run.v2.TrafficTargetStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** The service as the Admin API v2 shows it. */
final class ServiceProto {
  private final RevisionProtos revisions;
  private final Addresses addresses;

  /**
   * Where the service can be asked.
   *
   * @param service its URL
   * @param tags the URL of each tag
   */
  record Addresses(String service, Map<String, String> tags) {
    Addresses {
      tags = Map.copyOf(tags);
    }
  }

  ServiceProto(RevisionProtos revisions, Addresses addresses) {
    this.revisions = revisions;
    this.addresses = addresses;
  }

  Addresses addresses() {
    return addresses;
  }

  /**
   * @param scenario as it is now
   */
  Service service(Scenario scenario) {
    ScenarioRevision newest = scenario.latestCreated();
    Instant deployed = revisions.deployed(newest);
    boolean reconciling = scenario.reconciling().orElseGet(() -> reconciling(newest));
    ServiceConditions conditions = new ServiceConditions(newest, deployed, reconciling);
    Service.Builder service =
        Service.newBuilder()
            .setName(Names.service(scenario))
            .setUid(Names.uid(scenario.service()))
            .setGeneration(scenario.generation())
            .setObservedGeneration(scenario.generation() - (reconciling ? 1 : 0))
            .setReconciling(reconciling)
            .putAllLabels(scenario.labels())
            .putAllAnnotations(scenario.annotations())
            .addAllCustomAudiences(scenario.customAudiences())
            .setCreateTime(Times.timestamp(created(scenario)))
            .setUpdateTime(Times.timestamp(deployed))
            .setIngress(scenario.ingress())
            .setLaunchStage(LaunchStage.GA)
            .setTemplate(revisions.template(newest))
            .setTerminalCondition(conditions.terminal())
            .addAllConditions(conditions.others())
            .setLatestCreatedRevision(Names.revision(scenario, newest.name()))
            .setLatestReadyRevision(Names.revision(scenario, scenario.ready().name()))
            .setUri(addresses.service())
            .addUrls(addresses.service())
            .setEtag(Names.etag(scenario.service()));
    addDeployer(service, newest);
    addTraffic(service, scenario);
    return service.build();
  }

  private static boolean reconciling(ScenarioRevision newest) {
    Condition.State state = newest.readiness().state();
    return state == Condition.State.CONDITION_RECONCILING
        || state == Condition.State.CONDITION_PENDING;
  }

  private Instant created(Scenario scenario) {
    Comparator<ScenarioRevision> byAge = Comparator.comparing(ScenarioRevision::deployedAgo);
    return revisions.deployed(scenario.revisions().stream().max(byAge).get());
  }

  private static void addDeployer(Service.Builder service, ScenarioRevision newest) {
    service
        .setCreator(newest.creator())
        .setLastModifier(newest.creator())
        .setClient(newest.client())
        .setClientVersion(newest.clientVersion());
  }

  private void addTraffic(Service.Builder service, Scenario scenario) {
    for (Scenario.Traffic share : scenario.traffic()) {
      TrafficTarget.Builder target =
          TrafficTarget.newBuilder().setType(type(share)).setPercent(share.percent());
      TrafficTargetStatus.Builder status =
          TrafficTargetStatus.newBuilder().setType(type(share)).setPercent(share.percent());
      share.revision().ifPresent(target::setRevision);
      share.revision().ifPresent(status::setRevision);
      share.tag().ifPresent(target::setTag);
      share.tag().ifPresent(tag -> status.setTag(tag).setUri(addresses.tags().get(tag)));
      service.addTraffic(target).addTrafficStatuses(status);
    }
  }

  private static TrafficTargetAllocationType type(Scenario.Traffic share) {
    return share.revision().isPresent()
        ? TrafficTargetAllocationType.TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION
        : TrafficTargetAllocationType.TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST;
  }
}
