package dev.stageproof.checks.cloudrun;

import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Condition;
import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentObservation.HealthProbe;
import dev.stageproof.observe.DeploymentObservation.Port;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.SecretVersion;
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
    return new DeploymentObservation(service, revision, Optional.empty(), Optional.empty());
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
        List.of("https://x.a.run.app", "https://netra-backend-staging-1.us-central1.run.app"),
        List.of("https://staging.example.com"),
        true,
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
    return of(container(image, digest, limits), maxInstances, conditions);
  }

  static Revision of(Container container, int maxInstances, Condition... conditions) {
    return new Revision(
        NAME,
        DEPLOYED,
        List.of(conditions),
        container,
        List.of(),
        1,
        maxInstances,
        80,
        Duration.ofMinutes(5),
        "run@netra-staging.iam.gserviceaccount.com",
        Optional.of("GEN2"),
        false,
        Optional.empty(),
        List.of(),
        Map.of("team", "platform", "commit-sha", "4be1c07", "managed-by", "github-actions"),
        Map.of(),
        Optional.empty(),
        Optional.of("https://console.cloud.google.com/logs"));
  }

  static Container container(String image, Optional<String> digest, Map<String, String> limits) {
    return container(
        image,
        digest,
        limits,
        List.of(
            new EnvVar("ENVIRONMENT", EnvVar.Kind.VALUE, Optional.empty()),
            new EnvVar(
                "JWT_SECRET_KEY",
                EnvVar.Kind.SECRET,
                Optional.of(new SecretVersion("jwt-secret-key", "7")))));
  }

  static Container container(
      String image, Optional<String> digest, Map<String, String> limits, List<EnvVar> env) {
    return new Container(
        "backend",
        image,
        digest,
        env,
        limits,
        true,
        false,
        false,
        0,
        List.of(new Port(8080, Optional.of("http1"))),
        Optional.of(probe(HealthProbe.Protocol.TCP, Optional.empty())),
        Optional.of(probe(HealthProbe.Protocol.HTTP, Optional.of("/health"))),
        Optional.empty(),
        List.of());
  }

  static HealthProbe probe(HealthProbe.Protocol kind, Optional<String> path) {
    return new HealthProbe(
        kind,
        8080,
        path,
        Optional.empty(),
        Duration.ZERO,
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        3);
  }

  /** The same revision with these environment variables, none of them a secret. */
  static Revision withEnv(String name, List<String> variables) {
    Revision made =
        of(
            container(
                IMAGE + "@" + DIGEST,
                Optional.of(DIGEST),
                limits(),
                variables.stream()
                    .map(of -> new EnvVar(of, EnvVar.Kind.VALUE, Optional.empty()))
                    .toList()),
            10,
            READY);
    return named(name, made);
  }

  /** The revision with its secret in another version. */
  static Revision withSecret(String secret, String version) {
    List<EnvVar> env =
        List.of(
            new EnvVar(
                "JWT_SECRET_KEY",
                EnvVar.Kind.SECRET,
                Optional.of(new SecretVersion(secret, version))));
    return of(container(IMAGE, Optional.empty(), limits(), env), 10, READY);
  }

  private static Revision named(String name, Revision of) {
    return new Revision(
        name,
        of.createdAt(),
        of.conditions(),
        of.container(),
        of.sidecars(),
        of.minInstances(),
        of.maxInstances(),
        of.concurrency(),
        of.timeout(),
        of.serviceAccount(),
        of.executionEnvironment(),
        of.sessionAffinity(),
        of.vpc(),
        of.volumes(),
        of.labels(),
        of.annotations(),
        of.creator(),
        of.logUri());
  }
}
