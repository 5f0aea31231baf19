package dev.stageproof.checks.cloudrun;

import static dev.stageproof.checks.cloudrun.Deployments.DIGEST;
import static dev.stageproof.checks.cloudrun.Deployments.IMAGE;
import static dev.stageproof.checks.cloudrun.Deployments.NAME;
import static dev.stageproof.checks.cloudrun.Deployments.READY;
import static dev.stageproof.checks.cloudrun.Deployments.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Change;
import dev.stageproof.model.Configuration;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.HealthProbe;
import dev.stageproof.observe.DeploymentObservation.Mount;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.Volume;
import dev.stageproof.observe.DeploymentObservation.Vpc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsInWordsTest {

  private static Configuration configuration(DeploymentObservation seen) {
    return new CloudRunTarget().configuration(seen);
  }

  @Test
  void everySettingIsToldByName() {
    Configuration configuration = configuration(Deployments.good());

    assertThat(configuration.ready()).isTrue();
    assertThat(configuration.environment()).containsExactly("ENVIRONMENT", "JWT_SECRET_KEY");
    assertThat(configuration.settings())
        .containsExactly(
            Map.entry("concurrency", "80"),
            Map.entry("cpu between requests", "throttled"),
            Map.entry("cpu limit", "1000m"),
            Map.entry("environment variable ENVIRONMENT", "value"),
            Map.entry("environment variable JWT_SECRET_KEY", "secret jwt-secret-key:7"),
            Map.entry("execution environment", "gen2"),
            Map.entry("image", IMAGE),
            Map.entry("image digest", DIGEST),
            Map.entry("ingress", "all"),
            Map.entry("label commit-sha", "4be1c07"),
            Map.entry("label managed-by", "github-actions"),
            Map.entry("label team", "platform"),
            Map.entry(
                "liveness probe",
                "HTTP GET /health on 8080, period 10 s, timeout 1 s, failure threshold 3"),
            Map.entry("max instances", "10"),
            Map.entry("memory limit", "512Mi"),
            Map.entry("min instances", "1"),
            Map.entry("port", "8080 (http1)"),
            Map.entry("request timeout", "5 min"),
            Map.entry("service account", "run@netra-staging.iam.gserviceaccount.com"),
            Map.entry("session affinity", "off"),
            Map.entry("startup cpu boost", "off"),
            Map.entry(
                "startup probe", "TCP on 8080, period 10 s, timeout 1 s, failure threshold 3"));
  }

  @Test
  void whatMostRevisionsDoNotHaveIsToldToo() {
    assertThat(configuration(Deployments.of(service(false, READY, NAME, 100), rich())).settings())
        .contains(
            Map.entry("command", "replaces the image's own"),
            Map.entry("arguments", "2 given"),
            Map.entry("cloud sql instances", "p:r:db"),
            Map.entry("container collector, image", "otel/collector:1"),
            Map.entry("container collector, cpu between requests", "allocated"),
            Map.entry("session affinity", "on"),
            Map.entry("vpc connector", "connector"),
            Map.entry("vpc egress", "private-ranges-only"),
            Map.entry("volume keys", "secret keys:3 at /keys"),
            Map.entry("volume scratch", "empty dir 64Mi"))
        .doesNotContainKeys("max instances", "concurrency", "label gcb-build-id", "vpc network");
  }

  private static Revision rich() {
    return new Revision(
        NAME,
        Deployments.DEPLOYED,
        List.of(READY),
        container("main", IMAGE, true, 2, List.of(new Mount("keys", "/keys"))),
        List.of(container("collector", "otel/collector:1", false, 0, List.of())),
        0,
        0,
        0,
        Duration.ofSeconds(30),
        "",
        Optional.empty(),
        true,
        Optional.of(
            new Vpc(
                Optional.of("connector"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of("PRIVATE_RANGES_ONLY"))),
        List.of(
            new Volume("keys", "SECRET", List.of("keys:3")),
            new Volume("sql", "CLOUD_SQL_INSTANCE", List.of("p:r:db")),
            new Volume("scratch", "EMPTY_DIR", List.of("64Mi"))),
        Map.of("gcb-build-id", "5a3c"),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Container container(
      String name, String image, boolean ownCommand, int arguments, List<Mount> mounts) {
    return new Container(
        name,
        image,
        Optional.empty(),
        List.of(),
        Map.of(),
        false,
        false,
        ownCommand,
        arguments,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        mounts);
  }

  @Test
  void driftIsTheDifferenceOfTwoConfigurations() {
    Configuration before =
        configuration(
            Deployments.of(
                service(false, READY, NAME, 100),
                Deployments.withEnv("before", List.of("ENVIRONMENT", "LEGACY"))));

    assertThat(configuration(Deployments.good()).since(before))
        .containsExactly(
            new Change(
                "environment variable JWT_SECRET_KEY",
                Optional.empty(),
                Optional.of("secret jwt-secret-key:7")),
            new Change("environment variable LEGACY", Optional.of("value"), Optional.empty()));
  }

  @Test
  void aDelayedProbeSaysSo() {
    HealthProbe probe =
        new HealthProbe(
            HealthProbe.Protocol.GRPC,
            0,
            Optional.empty(),
            Optional.of("health"),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(90),
            1);

    assertThat(HealthProbes.words(probe))
        .isEqualTo(
            "gRPC health, initial delay 5 s, period 1 min 30 s, timeout 2 s, failure threshold 1");
  }
}
