package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Env;
import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.checks.cloudrun.CloudRunSettings.Traffic;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Condition;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A deployment in perfect order, with one part changed at a time. */
final class Deployments {
  static final String NAME = "netra-backend-staging-00640-wob";
  static final String DIGEST =
      "sha256:9f2c61d0b4a7e8135c6f09d2e1b8a7435c90d6e2f1a48b7c3d5e6f708192a3b4";
  static final String IMAGE = "gcr.io/netra-staging/netra-backend-staging";
  static final Instant DEPLOYED = Instant.parse("2025-09-15T08:26:00Z");
  static final Condition READY = condition("Ready", "SUCCEEDED");

  private Deployments() {}

  static Condition condition(String type, String state) {
    return new Condition(type, state, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Condition condition(String type, String state, String reason, String message) {
    return new Condition(
        type, state, Optional.of(reason), Optional.of(message), Optional.of(DEPLOYED));
  }

  static DeploymentObservation good() {
    return of(service(false, READY, NAME, 100), revision(READY));
  }

  static DeploymentObservation of(Service service, Revision revision) {
    return new DeploymentObservation(service, revision, Optional.empty());
  }

  static Service service(
      boolean reconciling, Condition terminal, String latestCreated, int percent) {
    return service(7, 7, reconciling, terminal, latestCreated, percent);
  }

  static Service service(
      long generation,
      long observed,
      boolean reconciling,
      Condition terminal,
      String latestCreated,
      int percent) {
    return new Service(
        "netra-backend-staging",
        Optional.of("https://x.a.run.app"),
        generation,
        observed,
        reconciling,
        Optional.of(terminal),
        List.of(),
        NAME,
        latestCreated,
        List.of(
            new DeploymentObservation.Traffic(NAME, percent, Optional.empty(), Optional.empty())),
        "ALL",
        Map.of(),
        Optional.of("cloud-build"),
        Optional.empty());
  }

  static Revision revision(Condition... conditions) {
    return revision(IMAGE + "@" + DIGEST, Optional.of(DIGEST), limits(), 10, conditions);
  }

  static Map<String, String> limits() {
    return Map.of("cpu", "1000m", "memory", "512Mi");
  }

  static Revision revision(
      String image,
      Optional<String> digest,
      Map<String, String> limits,
      int maxInstances,
      Condition... conditions) {
    return new Revision(
        NAME,
        DEPLOYED,
        List.of(conditions),
        image,
        digest,
        List.of(
            new EnvVar("ENVIRONMENT", EnvVar.Kind.VALUE),
            new EnvVar("JWT_SECRET_KEY", EnvVar.Kind.SECRET)),
        limits,
        1,
        maxInstances,
        80,
        Duration.ofMinutes(5),
        "",
        Map.of("team", "platform"),
        Optional.empty(),
        Optional.of("https://console.cloud.google.com/logs"));
  }

  /** What is asserted when nothing is configured. */
  static Expect byDefault() {
    return expect(1, List.of(), List.of());
  }

  static Expect expect(int minPercent, List<String> required, List<String> forbidden) {
    return new Expect(
        true,
        true,
        new Traffic(minPercent),
        Optional.empty(),
        new Env(required, forbidden),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
