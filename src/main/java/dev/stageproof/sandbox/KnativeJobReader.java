package dev.stageproof.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.EnvVar;
import com.google.cloud.run.v2.EnvVarSource;
import com.google.cloud.run.v2.ExecutionTemplate;
import com.google.cloud.run.v2.Job;
import com.google.cloud.run.v2.ResourceRequirements;
import com.google.cloud.run.v2.SecretKeySelector;
import com.google.cloud.run.v2.TaskTemplate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a job that somebody wants by the Admin API v1, as v2 has it. What v1 has annotations for,
 * such as the network, stays an annotation: the sandbox has none of it.
 */
final class KnativeJobReader {
  /** Cloud Run's own, where none are asked for. */
  private static final long TIMEOUT_SECONDS = 600;

  private static final int RETRIES = 3;

  private KnativeJobReader() {}

  static Job job(JsonNode asked) {
    JsonNode template = asked.at("/spec/template");
    return Job.newBuilder()
        .putAllLabels(texts(asked.at("/metadata/labels")))
        .putAllAnnotations(texts(asked.at("/metadata/annotations")))
        .setTemplate(
            ExecutionTemplate.newBuilder()
                .putAllLabels(texts(template.at("/metadata/labels")))
                .putAllAnnotations(texts(template.at("/metadata/annotations")))
                .setTaskCount(template.at("/spec/taskCount").asInt(1))
                .setTemplate(task(template.at("/spec/template/spec"))))
        .build();
  }

  private static TaskTemplate task(JsonNode spec) {
    if (!spec.path("volumes").isEmpty()) {
      throw Refusal.invalid("volumes: the sandbox gives a job none by this API");
    }
    if (spec.path("containers").isEmpty()) {
      throw Refusal.invalid("spec.template.spec.template.spec.containers: must have a container");
    }
    long seconds = spec.path("timeoutSeconds").asLong(TIMEOUT_SECONDS);
    TaskTemplate.Builder task =
        TaskTemplate.newBuilder()
            .setMaxRetries(spec.path("maxRetries").asInt(RETRIES))
            .setTimeout(Times.duration(Duration.ofSeconds(seconds)))
            .setServiceAccount(spec.path("serviceAccountName").asText());
    spec.path("containers").forEach(container -> task.addContainers(container(container)));
    return task.build();
  }

  private static Container container(JsonNode json) {
    Container.Builder container =
        Container.newBuilder()
            .setName(json.path("name").asText())
            .setImage(json.path("image").asText())
            .setWorkingDir(json.path("workingDir").asText())
            .setResources(
                ResourceRequirements.newBuilder()
                    .putAllLimits(texts(json.at("/resources/limits"))));
    json.path("command").forEach(word -> container.addCommand(word.asText()));
    json.path("args").forEach(word -> container.addArgs(word.asText()));
    json.path("env").forEach(variable -> container.addEnv(variable(variable)));
    return container.build();
  }

  private static EnvVar variable(JsonNode json) {
    EnvVar.Builder variable = EnvVar.newBuilder().setName(json.path("name").asText());
    JsonNode secret = json.at("/valueFrom/secretKeyRef");
    if (secret.isMissingNode()) {
      return variable.setValue(json.path("value").asText()).build();
    }
    return variable
        .setValueSource(
            EnvVarSource.newBuilder()
                .setSecretKeyRef(
                    SecretKeySelector.newBuilder()
                        .setSecret(secret.path("name").asText())
                        .setVersion(secret.path("key").asText())))
        .build();
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }
}
