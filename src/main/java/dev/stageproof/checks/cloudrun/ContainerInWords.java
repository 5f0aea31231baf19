package dev.stageproof.checks.cloudrun;

import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentObservation.HealthProbe;
import dev.stageproof.observe.DeploymentObservation.Port;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of one container by name.
 *
 * @param prefix stands before each name; empty for the container that gets the requests
 */
record ContainerInWords(String prefix, Container container) {

  Map<String, String> settings() {
    Map<String, String> found = new TreeMap<>();
    put(found, "image", container.image().replaceFirst("@sha256:[0-9a-f]{64}$", ""));
    put(found, "image digest", container.digest().orElse(""));
    container
        .env()
        .forEach(variable -> put(found, "environment variable " + variable.name(), kind(variable)));
    container.limits().forEach((resource, limit) -> put(found, resource + " limit", limit));
    put(found, "cpu between requests", container.cpuIdle() ? "throttled" : "allocated");
    put(found, "startup cpu boost", container.startupCpuBoost() ? "on" : "off");
    put(found, "command", container.ownCommand() ? "replaces the image's own" : "");
    put(found, "arguments", container.arguments() == 0 ? "" : container.arguments() + " given");
    put(
        found,
        "port",
        container.ports().stream().map(this::port).collect(Collectors.joining(", ")));
    put(found, "startup probe", probe(container.startupProbe()));
    put(found, "liveness probe", probe(container.livenessProbe()));
    put(found, "readiness probe", probe(container.readinessProbe()));
    return found;
  }

  private void put(Map<String, String> found, String name, String text) {
    if (!text.isEmpty()) {
      found.put(prefix + name, text);
    }
  }

  /** "value", or "secret db-password:latest". */
  static String kind(EnvVar variable) {
    return variable
        .secret()
        .map(version -> "secret " + version.secret() + ":" + version.version())
        .orElse("value");
  }

  private String port(Port port) {
    return port.number() + port.protocol().map(name -> " (" + name + ")").orElse("");
  }

  private static String probe(Optional<HealthProbe> probe) {
    return probe.map(HealthProbes::words).orElse("");
  }
}
