package dev.stageproof.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.run.v2.Service;
import com.google.cloud.run.v2.TrafficTargetStatus;
import java.util.List;
import java.util.Set;

/**
 * The service as the Admin API v1 shows it, made from what v2 shows.
 *
 * @see <a
 *     href="https://cloud.google.com/run/docs/reference/rest/v1/namespaces.services">Service</a>
 */
final class KnativeService {
  static final String API_VERSION = "serving.knative.dev/v1";

  private final Scenario scenario;
  private final ServiceProto services;

  KnativeService(Scenario scenario, ServiceProto services) {
    this.scenario = scenario;
    this.services = services;
  }

  /**
   * @param now the scenario as it is now
   */
  ObjectNode json(Scenario now) {
    Service service = services.service(now);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("apiVersion", API_VERSION).put("kind", "Service");
    json.set("metadata", metadata(service));
    ObjectNode spec = json.putObject("spec");
    spec.set("template", template(now.latestCreated()));
    spec.set("traffic", traffic(now));
    json.set("status", status(service, now));
    return json;
  }

  /**
   * @throws IllegalArgumentException when a tag has no address, since doors are opened at the start
   */
  void requireAddresses(List<Scenario.Traffic> wanted) {
    Set<String> known = services.addresses().tags().keySet();
    wanted.stream()
        .flatMap(share -> share.tag().stream())
        .filter(tag -> !known.contains(tag))
        .findFirst()
        .ifPresent(
            tag -> {
              throw new IllegalArgumentException(
                  "the sandbox has no address for tag " + tag + ", only for " + known);
            });
  }

  private ObjectNode metadata(Service service) {
    ObjectNode metadata =
        KnativeMetadata.of(scenario, "services", scenario.service(), service.getUid());
    metadata.put("generation", service.getGeneration());
    metadata.put("creationTimestamp", KnativeMetadata.time(service.getCreateTime()));
    ObjectNode labels = metadata.putObject("labels");
    service.getLabelsMap().forEach(labels::put);
    labels.put(KnativeMetadata.LOCATION, scenario.region());
    ObjectNode annotations = metadata.putObject("annotations");
    service.getAnnotationsMap().forEach(annotations::put);
    annotations.put("serving.knative.dev/creator", service.getCreator());
    annotations.put("serving.knative.dev/lastModifier", service.getLastModifier());
    annotations.put("run.googleapis.com/client-name", service.getClient());
    annotations.put("run.googleapis.com/client-version", service.getClientVersion());
    annotations.put("run.googleapis.com/ingress", ingress(service));
    annotations.put("run.googleapis.com/ingress-status", ingress(service));
    annotations.put("run.googleapis.com/urls", strings(service.getUrlsList()));
    if (service.getCustomAudiencesCount() > 0) {
      annotations.put(
          "run.googleapis.com/custom-audiences", strings(service.getCustomAudiencesList()));
    }
    return metadata;
  }

  private static String strings(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array.toString();
  }

  /** "INGRESS_TRAFFIC_INTERNAL_ONLY" is "internal" here, "…_ALL" is "all". */
  private static String ingress(Service service) {
    return switch (service.getIngress()) {
      case INGRESS_TRAFFIC_INTERNAL_ONLY -> "internal";
      case INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER -> "internal-and-cloud-load-balancing";
      case INGRESS_TRAFFIC_NONE -> "none";
      default -> "all";
    };
  }

  private ObjectNode template(ScenarioRevision revision) {
    ObjectNode template = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = template.putObject("metadata").put("name", revision.name());
    ObjectNode labels = metadata.putObject("labels");
    revision.labels().forEach(labels::put);
    metadata.set("annotations", KnativeRevision.annotations(revision));
    template.set("spec", KnativeContainer.spec(scenario.service(), revision));
    return template;
  }

  private static ArrayNode traffic(Scenario now) {
    ArrayNode traffic = JsonNodeFactory.instance.arrayNode();
    for (Scenario.Traffic share : now.traffic()) {
      ObjectNode target = traffic.addObject();
      share
          .revision()
          .ifPresentOrElse(
              name -> target.put("revisionName", name), () -> target.put("latestRevision", true));
      put(target, share);
    }
    return traffic;
  }

  private static void put(ObjectNode target, Scenario.Traffic share) {
    if (share.percent() > 0) {
      target.put("percent", share.percent());
    }
    share.tag().ifPresent(tag -> target.put("tag", tag));
  }

  private static ObjectNode status(Service service, Scenario now) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("observedGeneration", service.getObservedGeneration());
    ArrayNode conditions = status.putArray("conditions");
    conditions.add(KnativeMetadata.condition(service.getTerminalCondition()));
    service.getConditionsList().forEach(each -> conditions.add(KnativeMetadata.condition(each)));
    status.put("latestReadyRevisionName", now.ready().name());
    status.put("latestCreatedRevisionName", now.latestCreated().name());
    ArrayNode traffic = status.putArray("traffic");
    for (int i = 0; i < now.traffic().size(); i++) {
      traffic.add(share(now, now.traffic().get(i), service.getTrafficStatuses(i)));
    }
    status.put("url", service.getUri());
    status.putObject("address").put("url", service.getUri());
    return status;
  }

  private static ObjectNode share(
      Scenario now, Scenario.Traffic share, TrafficTargetStatus status) {
    ObjectNode target = JsonNodeFactory.instance.objectNode();
    target.put("revisionName", now.target(share).name());
    put(target, share);
    if (share.revision().isEmpty()) {
      target.put("latestRevision", true);
    }
    if (!status.getUri().isEmpty()) {
      target.put("url", status.getUri());
    }
    return target;
  }
}
