package dev.stageproof.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.run.v2.Condition;
import com.google.protobuf.Timestamp;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What all resources have in common in the Admin API v1. */
final class KnativeMetadata {
  /** The label that says the region. */
  static final String LOCATION = "cloud.googleapis.com/location";

  private KnativeMetadata() {}

  /**
   * @param kind in the plural: "services"
   */
  static ObjectNode of(Scenario scenario, String kind, String name, String uid) {
    return of(scenario, KnativeService.API_VERSION, kind, name, uid);
  }

  static ObjectNode of(Scenario scenario, String version, String kind, String name, String uid) {
    String namespace = Names.number(scenario.project());
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", name)
        .put("namespace", namespace)
        .put("selfLink", String.join("/", "/apis", version, "namespaces", namespace, kind, name))
        .put("uid", uid)
        .put("resourceVersion", Names.etag(name).replace("\"", ""));
  }

  static String time(Timestamp time) {
    return Times.instant(time).toString();
  }

  /** "CONDITION_SUCCEEDED" is "True" here, "HEALTH_CHECK_CONTAINER_ERROR" a camel. */
  static ObjectNode condition(Condition condition) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", condition.getType()).put("status", status(condition.getState()));
    switch (condition.getReasonsCase()) {
      case REASON -> json.put("reason", camel(condition.getReason().name()));
      case REVISION_REASON -> json.put("reason", camel(condition.getRevisionReason().name()));
      case EXECUTION_REASON -> json.put("reason", camel(condition.getExecutionReason().name()));
      default -> {}
    }
    if (!condition.getMessage().isEmpty()) {
      json.put("message", condition.getMessage());
    }
    if (condition.getType().equals("Active")) {
      json.put("severity", "Info");
    }
    if (condition.hasLastTransitionTime()) {
      json.put("lastTransitionTime", time(condition.getLastTransitionTime()));
    }
    return json;
  }

  private static String status(Condition.State state) {
    return switch (state) {
      case CONDITION_SUCCEEDED -> "True";
      case CONDITION_FAILED -> "False";
      default -> "Unknown";
    };
  }

  private static String camel(String constant) {
    return Arrays.stream(constant.split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
