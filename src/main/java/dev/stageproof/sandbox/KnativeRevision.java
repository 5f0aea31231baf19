package dev.stageproof.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.run.v2.ExecutionEnvironment;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.VpcAccess.VpcEgress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A revision as the Admin API v1 shows it, made from what v2 shows.
 *
 * @see <a href="https://cloud.google.com/run/docs/reference/rest/v1/namespaces.revisions">
 *     Revision</a>
 */
final class KnativeRevision {
  /** The label that names the service of a revision. */
  static final String SERVICE = "serving.knative.dev/service";

  private static final Pattern DIGEST = Pattern.compile("@(sha256:[0-9a-f]{64})$");

  private final Scenario scenario;
  private final RevisionProtos revisions;

  KnativeRevision(Scenario scenario, RevisionProtos revisions) {
    this.scenario = scenario;
    this.revisions = revisions;
  }

  ObjectNode json(ScenarioRevision given) {
    Revision revision = revisions.revision(given);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("apiVersion", KnativeService.API_VERSION).put("kind", "Revision");
    json.set("metadata", metadata(given, revision));
    json.set("spec", KnativeContainer.spec(scenario.service(), given));
    json.set("status", status(given, revision));
    return json;
  }

  private ObjectNode metadata(ScenarioRevision given, Revision revision) {
    ObjectNode metadata =
        KnativeMetadata.of(scenario, "revisions", given.name(), revision.getUid());
    metadata.put("generation", revision.getGeneration());
    metadata.put("creationTimestamp", KnativeMetadata.time(revision.getCreateTime()));
    ObjectNode labels = metadata.putObject("labels");
    given.labels().forEach(labels::put);
    labels.put(SERVICE, scenario.service());
    labels.put("serving.knative.dev/configuration", scenario.service());
    labels.put("serving.knative.dev/serviceUid", Names.uid(scenario.service()));
    labels.put(KnativeMetadata.LOCATION, scenario.region());
    ObjectNode annotations = annotations(given);
    annotations.put("serving.knative.dev/creator", given.creator());
    metadata.set("annotations", annotations);
    return metadata;
  }

  /** What v2 has fields for, v1 has annotations for. */
  static ObjectNode annotations(ScenarioRevision given) {
    ScenarioRuntime running = given.running();
    ObjectNode annotations = JsonNodeFactory.instance.objectNode();
    given.annotations().forEach(annotations::put);
    annotations.put("run.googleapis.com/client-name", given.client());
    annotations.put("run.googleapis.com/client-version", given.clientVersion());
    annotations.put("autoscaling.knative.dev/minScale", Integer.toString(given.minInstances()));
    annotations.put("autoscaling.knative.dev/maxScale", Integer.toString(given.maxInstances()));
    annotations.put("run.googleapis.com/cpu-throttling", word(running.cpuIdle()));
    annotations.put("run.googleapis.com/startup-cpu-boost", word(running.startupCpuBoost()));
    running
        .sessionAffinity()
        .ifPresent(set -> annotations.put("run.googleapis.com/sessionAffinity", set.toString()));
    annotations.put("run.googleapis.com/execution-environment", environment(running));
    running.vpc().ifPresent(vpc -> vpc(annotations, vpc));
    String instances =
        running.volumes().stream()
            .map(ScenarioRuntime.Volume::cloudSql)
            .flatMap(List::stream)
            .collect(Collectors.joining(","));
    if (!instances.isEmpty()) {
      annotations.put("run.googleapis.com/cloudsql-instances", instances);
    }
    return annotations;
  }

  private static String word(Optional<Boolean> set) {
    return set.orElse(true).toString();
  }

  private static String environment(ScenarioRuntime running) {
    boolean first =
        running
            .executionEnvironment()
            .filter(ExecutionEnvironment.EXECUTION_ENVIRONMENT_GEN1::equals)
            .isPresent();
    return first ? "gen1" : "gen2";
  }

  private static void vpc(ObjectNode annotations, ScenarioRuntime.Vpc vpc) {
    vpc.connector()
        .ifPresent(name -> annotations.put("run.googleapis.com/vpc-access-connector", name));
    vpc.network()
        .ifPresent(
            network -> {
              ArrayNode interfaces = JsonNodeFactory.instance.arrayNode();
              ObjectNode direct = interfaces.addObject().put("network", network);
              vpc.subnetwork().ifPresent(name -> direct.put("subnetwork", name));
              annotations.put("run.googleapis.com/network-interfaces", interfaces.toString());
            });
    boolean all = vpc.egress() == VpcEgress.ALL_TRAFFIC;
    annotations.put(
        "run.googleapis.com/vpc-access-egress", all ? "all-traffic" : "private-ranges-only");
  }

  private static ObjectNode status(ScenarioRevision given, Revision revision) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("observedGeneration", revision.getObservedGeneration());
    ArrayNode conditions = status.putArray("conditions");
    revision.getConditionsList().forEach(each -> conditions.add(KnativeMetadata.condition(each)));
    digest(given).ifPresent(image -> status.put("imageDigest", image));
    status.put("logUrl", revision.getLogUri());
    return status.put("desiredReplicas", given.minInstances());
  }

  /** The image by digest, whatever it was deployed by. */
  private static Optional<String> digest(ScenarioRevision given) {
    Matcher named = DIGEST.matcher(given.image());
    Optional<String> digest = named.find() ? Optional.of(named.group(1)) : given.running().digest();
    return digest.map(hash -> repository(given.image()) + "@" + hash);
  }

  private static String repository(String image) {
    return image.replaceFirst("@.*$|:[^:/]+$", "");
  }
}
