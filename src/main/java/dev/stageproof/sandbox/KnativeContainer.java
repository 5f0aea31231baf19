package dev.stageproof.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.EnvVar;
import com.google.cloud.run.v2.Probe;
import com.google.cloud.run.v2.Volume;

/** What a revision or a job runs, as the Admin API v1 shows it: the part named "spec". */
final class KnativeContainer {
  private KnativeContainer() {}

  static ObjectNode spec(String service, ScenarioRevision revision) {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.put("containerConcurrency", revision.concurrency());
    spec.put("timeoutSeconds", revision.timeout().toSeconds());
    spec.put("serviceAccountName", revision.serviceAccount());
    spec.putArray("containers").add(serving(new ContainerProto(service).of(revision)));
    ArrayNode volumes = JsonNodeFactory.instance.arrayNode();
    ContainerProto.volumes(revision.running()).stream()
        .filter(Volume::hasSecret)
        .forEach(volume -> volumes.add(volume(volume)));
    if (!volumes.isEmpty()) {
      spec.set("volumes", volumes);
    }
    return spec;
  }

  /** A container that serves nothing. */
  static ObjectNode container(Container container) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", container.getName()).put("image", container.getImage());
    container.getCommandList().forEach(json.withArray("/command")::add);
    container.getArgsList().forEach(json.withArray("/args")::add);
    if (!container.getWorkingDir().isEmpty()) {
      json.put("workingDir", container.getWorkingDir());
    }
    ArrayNode env = json.putArray("env");
    container.getEnvList().forEach(variable -> env.add(env(variable)));
    ObjectNode limits = json.putObject("resources").putObject("limits");
    container.getResources().getLimitsMap().forEach(limits::put);
    return json;
  }

  private static ObjectNode serving(Container container) {
    ObjectNode json = container(container);
    ArrayNode ports = json.putArray("ports");
    container
        .getPortsList()
        .forEach(
            port ->
                ports
                    .addObject()
                    .put("name", port.getName())
                    .put("containerPort", port.getContainerPort()));
    json.set("startupProbe", probe(container.getStartupProbe()));
    if (container.hasLivenessProbe()) {
      json.set("livenessProbe", probe(container.getLivenessProbe()));
    }
    if (container.hasReadinessProbe()) {
      json.set("readinessProbe", probe(container.getReadinessProbe()));
    }
    container
        .getVolumeMountsList()
        .forEach(
            mount ->
                json.withArray("/volumeMounts")
                    .addObject()
                    .put("name", mount.getName())
                    .put("mountPath", mount.getMountPath()));
    return json;
  }

  private static ObjectNode env(EnvVar variable) {
    ObjectNode env = JsonNodeFactory.instance.objectNode().put("name", variable.getName());
    if (variable.hasValueSource()) {
      var secret = variable.getValueSource().getSecretKeyRef();
      env.putObject("valueFrom")
          .putObject("secretKeyRef")
          .put("key", secret.getVersion())
          .put("name", secret.getSecret());
      return env;
    }
    return env.put("value", variable.getValue());
  }

  private static ObjectNode probe(Probe probe) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("initialDelaySeconds", probe.getInitialDelaySeconds());
    json.put("timeoutSeconds", probe.getTimeoutSeconds());
    json.put("periodSeconds", probe.getPeriodSeconds());
    json.put("failureThreshold", probe.getFailureThreshold());
    if (probe.hasHttpGet()) {
      json.putObject("httpGet")
          .put("path", probe.getHttpGet().getPath())
          .put("port", probe.getHttpGet().getPort());
    } else {
      json.putObject("tcpSocket").put("port", probe.getTcpSocket().getPort());
    }
    return json;
  }

  private static ObjectNode volume(Volume volume) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", volume.getName());
    ObjectNode secret = json.putObject("secret").put("secretName", volume.getSecret().getSecret());
    volume
        .getSecret()
        .getItemsList()
        .forEach(
            item ->
                secret
                    .withArray("/items")
                    .addObject()
                    .put("key", item.getVersion())
                    .put("path", item.getPath()));
    return json;
  }
}
