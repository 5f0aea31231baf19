package dev.stageproof.probes.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.cloud.run.v2.GetRevisionRequest;
import com.google.cloud.run.v2.GetServiceRequest;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.Service;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Condition;
import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentObservation.HealthProbe;
import dev.stageproof.observe.DeploymentObservation.Mount;
import dev.stageproof.observe.DeploymentObservation.Port;
import dev.stageproof.observe.DeploymentObservation.SecretVersion;
import dev.stageproof.observe.DeploymentObservation.Traffic;
import dev.stageproof.observe.DeploymentObservation.Volume;
import dev.stageproof.observe.DeploymentObservation.Vpc;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.probes.google.LoopbackGrpc;
import dev.stageproof.probes.google.LoopbackGrpc.Answer;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.spi.UnobservedException;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudRunProbeTest {
  private static final Instant NOW = Instant.parse("2025-09-15T08:47:00Z");

  private final CloudRunProbe probe = new CloudRunProbe();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    probe.close();
  }

  private LoopbackGrpc serving(
      Answer<GetServiceRequest, Service> service, Answer<GetRevisionRequest, Revision> revision) {
    return new LoopbackGrpc(
        LoopbackGrpc.unary(
            "google.cloud.run.v2.Services",
            "GetService",
            GetServiceRequest.getDefaultInstance(),
            Service.getDefaultInstance(),
            request -> {
              asked.add(request.getName());
              return service.to(request);
            }),
        LoopbackGrpc.unary(
            "google.cloud.run.v2.Revisions",
            "GetRevision",
            GetRevisionRequest.getDefaultInstance(),
            Revision.getDefaultInstance(),
            request -> {
              asked.add(request.getName());
              return revision.to(request);
            }));
  }

  private LoopbackGrpc failing(Status status) {
    return serving(
        request -> {
          throw status.asRuntimeException();
        },
        request -> RunMessages.revision().build());
  }

  private DeploymentObservation observe(LoopbackGrpc server, String revision) throws Exception {
    return probe.observe(request(revision), TestLook.at(server.settings(), NOW));
  }

  private static DeploymentRequest request(String revision) {
    return new DeploymentRequest("netra-staging", "us-central1", "netra-backend-staging", revision);
  }

  private Gap gap(LoopbackGrpc server) {
    return gap(TestLook.at(server.settings(), NOW), "latest-ready");
  }

  private Gap gap(TestLook look, String revision) {
    return catchThrowableOfType(
            UnobservedException.class, () -> probe.observe(request(revision), look))
        .gap();
  }

  @Test
  void latestReadyIsTheServicesOwn() throws Exception {
    try (LoopbackGrpc server =
        serving(
            request -> RunMessages.service().build(), request -> RunMessages.revision().build())) {
      DeploymentObservation seen = observe(server, "latest-ready");

      assertThat(seen.revision().name()).isEqualTo("netra-backend-staging-00640-wob");
      assertThat(asked)
          .containsExactly(
              RunMessages.SERVICE,
              RunMessages.SERVICE + "/revisions/netra-backend-staging-00640-wob");
    }
  }

  @Test
  void aNamedRevisionIsAskedByItsName() throws Exception {
    try (LoopbackGrpc server =
        serving(
            request -> RunMessages.service().build(),
            request -> RunMessages.revision().setName(request.getName()).build())) {
      DeploymentObservation seen = observe(server, "netra-backend-staging-00639-old");

      assertThat(seen.revision().name()).isEqualTo("netra-backend-staging-00639-old");
      assertThat(seen.service().latestReady()).isEqualTo("netra-backend-staging-00640-wob");
    }
  }

  @Test
  void everyFieldOfTheServiceIsRead() throws Exception {
    try (LoopbackGrpc server =
        serving(
            request -> RunMessages.service().build(), request -> RunMessages.revision().build())) {
      assertThat(observe(server, "latest-ready").service())
          .isEqualTo(
              new DeploymentObservation.Service(
                  "netra-backend-staging",
                  Optional.of("https://netra-backend-staging-x-uc.a.run.app"),
                  List.of(
                      "https://netra-backend-staging-1.us-central1.run.app",
                      "https://netra-backend-staging-x-uc.a.run.app"),
                  List.of("https://staging.example.com"),
                  false,
                  7,
                  6,
                  true,
                  Optional.of(
                      new Condition(
                          "Ready",
                          "FAILED",
                          Optional.of("CONTAINER_MISSING"),
                          Optional.of("Image not found."),
                          Optional.of(Instant.parse("2025-09-15T08:26:31Z")))),
                  List.of(
                      new Condition(
                          "RoutesReady",
                          "SUCCEEDED",
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty())),
                  "netra-backend-staging-00640-wob",
                  "netra-backend-staging-00641-kip",
                  List.of(
                      new Traffic(
                          "netra-backend-staging-00640-wob",
                          90,
                          Optional.empty(),
                          Optional.empty()),
                      new Traffic(
                          "netra-backend-staging-00639-old",
                          10,
                          Optional.of("old"),
                          Optional.of("https://old---x.a.run.app"))),
                  "ALL",
                  Map.of("team", "platform"),
                  Optional.of("gcloud 539.0.0"),
                  Optional.of("ci@netra-staging.iam.gserviceaccount.com")));
    }
  }

  @Test
  void everyFieldOfTheRevisionIsReadAndNoValueOfAVariable() throws Exception {
    try (LoopbackGrpc server =
        serving(
            request -> RunMessages.service().build(), request -> RunMessages.revision().build())) {
      DeploymentObservation.Revision seen = observe(server, "latest-ready").revision();

      assertThat(seen)
          .isEqualTo(
              new DeploymentObservation.Revision(
                  "netra-backend-staging-00640-wob",
                  Instant.parse("2025-09-15T08:26:09.483928Z"),
                  List.of(
                      new Condition(
                          "Ready",
                          "FAILED",
                          Optional.of("HEALTH_CHECK_CONTAINER_ERROR"),
                          Optional.of("Port 8080."),
                          Optional.empty())),
                  new Container(
                      "backend",
                      RunMessages.IMAGE,
                      Optional.of(RunMessages.DIGEST),
                      List.of(
                          new EnvVar("ENVIRONMENT", EnvVar.Kind.VALUE, Optional.empty()),
                          new EnvVar(
                              "JWT_SECRET_KEY",
                              EnvVar.Kind.SECRET,
                              Optional.of(new SecretVersion("jwt", "latest"))),
                          new EnvVar(
                              "API_KEY",
                              EnvVar.Kind.SECRET,
                              Optional.of(new SecretVersion("projects/1/secrets/api", "7")))),
                      Map.of("cpu", "1000m", "memory", "512Mi"),
                      true,
                      true,
                      true,
                      2,
                      List.of(new Port(8080, Optional.of("h2c"))),
                      Optional.of(
                          new HealthProbe(
                              HealthProbe.Protocol.TCP,
                              8080,
                              Optional.empty(),
                              Optional.empty(),
                              Duration.ZERO,
                              Duration.ofSeconds(240),
                              Duration.ofSeconds(240),
                              1)),
                      Optional.of(
                          new HealthProbe(
                              HealthProbe.Protocol.HTTP,
                              0,
                              Optional.of("/"),
                              Optional.empty(),
                              Duration.ofSeconds(5),
                              Duration.ofSeconds(1),
                              Duration.ofSeconds(10),
                              3)),
                      Optional.of(
                          new HealthProbe(
                              HealthProbe.Protocol.GRPC,
                              8080,
                              Optional.empty(),
                              Optional.of("health"),
                              Duration.ZERO,
                              Duration.ofSeconds(1),
                              Duration.ofSeconds(10),
                              3)),
                      List.of(new Mount("keys", "/keys"))),
                  List.of(
                      new Container(
                          "collector",
                          "otel/collector:1",
                          Optional.empty(),
                          List.of(),
                          Map.of(),
                          false,
                          false,
                          false,
                          0,
                          List.of(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          List.of())),
                  1,
                  10,
                  80,
                  Duration.ofMinutes(5),
                  "run@netra-staging.iam.gserviceaccount.com",
                  Optional.of("GEN2"),
                  true,
                  Optional.of(
                      new Vpc(
                          Optional.of("connector"),
                          Optional.of("staging"),
                          Optional.of("staging-run"),
                          List.of("run"),
                          Optional.of("PRIVATE_RANGES_ONLY"))),
                  List.of(
                      new Volume("keys", "SECRET", List.of("keys:3")),
                      new Volume("whole", "SECRET", List.of("whole:latest")),
                      new Volume("sql", "CLOUD_SQL_INSTANCE", List.of("p:r:db")),
                      new Volume("scratch", "EMPTY_DIR", List.of("64Mi")),
                      new Volume("share", "NFS", List.of("10.0.0.2:/data")),
                      new Volume("bucket", "GCS", List.of("assets"))),
                  Map.of("commit-sha", "4be1c07"),
                  Map.of("owner", "platform"),
                  Optional.of("ci@netra-staging.iam.gserviceaccount.com"),
                  Optional.of("https://console.cloud.google.com/logs")));
      assertThat(seen.toString())
          .doesNotContain("value-of-environment", "secret-argument", "secret-command");
    }
  }

  @Test
  void anImageByTagHasNoDigest() throws Exception {
    Revision byTag = RunMessages.revision("gcr.io/netra-staging/backend:latest").build();
    try (LoopbackGrpc server =
        serving(request -> RunMessages.service().build(), request -> byTag)) {
      DeploymentObservation.Revision seen = observe(server, "latest-ready").revision();

      assertThat(seen.container().image()).isEqualTo("gcr.io/netra-staging/backend:latest");
      assertThat(seen.container().digest()).isEmpty();
    }
  }

  @Test
  void anUnknownServiceIsNamedWithTheCommandThatListsServices() {
    try (LoopbackGrpc server = failing(Status.NOT_FOUND.withDescription("no such thing"))) {
      assertThat(gap(server))
          .isEqualTo(
              Gap.of(
                  GapReason.NOT_FOUND,
                  "no Cloud Run service netra-backend-staging in us-central1"
                      + " of project netra-staging",
                  "correct `target`; `gcloud run services list --project=netra-staging`"
                      + " shows what exists"));
    }
  }

  @Test
  void anUnknownRevisionIsNamedWithTheCommandThatListsRevisions() {
    try (LoopbackGrpc server =
        serving(
            request -> RunMessages.service().build(),
            request -> {
              throw Status.NOT_FOUND.asRuntimeException();
            })) {
      assertThat(gap(TestLook.at(server.settings(), NOW), "nope"))
          .isEqualTo(
              Gap.of(
                  GapReason.NOT_FOUND,
                  "Cloud Run service netra-backend-staging in us-central1"
                      + " of project netra-staging has no revision nope",
                  "correct `revision`; `gcloud run revisions list"
                      + " --service=netra-backend-staging --region=us-central1"
                      + " --project=netra-staging --sort-by=~metadata.creationTimestamp`"
                      + " shows what exists"));
    }
  }

  @Test
  void aServiceThatWasNeverReadySaysWhy() {
    Service never = RunMessages.service().clearLatestReadyRevision().build();
    try (LoopbackGrpc server =
        serving(request -> never, request -> RunMessages.revision().build())) {
      Gap gap = gap(server);

      assertThat(gap.reason()).isEqualTo(GapReason.NOT_FOUND);
      assertThat(gap.message())
          .isEqualTo(
              "service netra-backend-staging has no ready revision:"
                  + " Ready FAILED, CONTAINER_MISSING, Image not found.");
    }
  }

  @Test
  void aRevisionWithoutItsTimeIsMalformed() {
    try (LoopbackGrpc server =
        serving(
            request -> RunMessages.service().build(),
            request -> RunMessages.revision().clearCreateTime().build())) {
      Gap gap = gap(server);

      assertThat(gap.reason()).isEqualTo(GapReason.MALFORMED);
      assertThat(gap.message())
          .isEqualTo(
              "the answer about revision netra-backend-staging-00640-wob has no create_time");
    }
  }

  @Test
  void aMissingPermissionIsNamedWithItsRole() {
    try (LoopbackGrpc server =
        failing(Status.PERMISSION_DENIED.withDescription("caller may not"))) {
      assertThat(gap(server))
          .isEqualTo(
              Gap.noPermission(
                  "Cloud Run Admin needs the permission run.services.get"
                      + " on project netra-staging: caller may not",
                  "grant roles/run.viewer on project netra-staging"
                      + " to the account that runs stageproof",
                  "run.services.get"));
    }
  }
}
