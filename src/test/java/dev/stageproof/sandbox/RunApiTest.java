package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.api.gax.rpc.InvalidArgumentException;
import com.google.api.gax.rpc.NotFoundException;
import com.google.api.gax.rpc.PermissionDeniedException;
import com.google.api.gax.rpc.UnavailableException;
import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.EnvVar;
import com.google.cloud.run.v2.IngressTraffic;
import com.google.cloud.run.v2.ListRevisionsRequest;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.Service;
import com.google.cloud.run.v2.TrafficTargetAllocationType;
import com.google.cloud.run.v2.TrafficTargetStatus;
import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Google's ServicesClient and RevisionsClient against the sandbox. */
class RunApiTest {
  private static final String PARENT = "projects/netra-staging/locations/us-central1";
  private static final String SERVICE = PARENT + "/services/netra-backend-staging";
  private static final String WOB = SERVICE + "/revisions/netra-backend-staging-00640-wob";
  private static final String KIP = SERVICE + "/revisions/netra-backend-staging-00641-kip";

  private Sandbox sandbox;
  private GoogleClients clients;

  private void start(Scenario scenario) throws IOException {
    sandbox = Sandbox.start(scenario, new HandClock());
    clients = new GoogleClients(sandbox);
  }

  @AfterEach
  void stop() {
    clients.close();
    sandbox.close();
  }

  @Test
  void theServiceIsCompleteAndConsistent() throws IOException {
    start(Scenario.named("issue-965"));
    Service service = clients.services.getService(SERVICE);
    assertThat(service.getName()).isEqualTo(SERVICE);
    assertThat(service.getGeneration()).isEqualTo(640).isEqualTo(service.getObservedGeneration());
    assertThat(service.getReconciling()).isFalse();
    assertThat(service.getIngress()).isEqualTo(IngressTraffic.INGRESS_TRAFFIC_ALL);
    assertThat(service.getLatestReadyRevision()).isEqualTo(WOB);
    assertThat(service.getLatestCreatedRevision()).isEqualTo(WOB);
    assertThat(service.getUri()).isEqualTo(sandbox.serviceUrl());
    assertThat(service.getUrlsList()).containsExactly(sandbox.serviceUrl());
    assertThat(service.getClient()).isEqualTo("cloud-build");
    assertThat(service.getClientVersion()).isEqualTo("1.0.0");
    assertThat(service.getCreator()).isEqualTo(service.getLastModifier()).contains("cloud-build@");
    assertThat(service.getLabelsMap()).containsKeys("commit-sha", "gcb-build-id");
    assertThat(service.getUid()).isNotEmpty();
    assertThat(service.getEtag()).isNotEmpty();
    assertThat(service.getTerminalCondition().getType()).isEqualTo("Ready");
    assertThat(service.getTerminalCondition().getState())
        .isEqualTo(Condition.State.CONDITION_SUCCEEDED);
    assertThat(service.getConditionsList())
        .extracting(Condition::getType)
        .containsExactly("RoutesReady", "ConfigurationsReady");
    assertThat(service.getTemplate().getContainers(0).getImage()).contains("@sha256:9f2c61d0");
  }

  @Test
  void trafficToTheLatestNamesNoRevision() throws IOException {
    start(Scenario.named("issue-965"));
    assertThat(clients.services.getService(SERVICE).getTrafficStatusesList())
        .extracting(TrafficTargetStatus::getType, TrafficTargetStatus::getRevision)
        .containsExactly(
            tuple(TrafficTargetAllocationType.TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST, ""));
    assertThat(clients.services.getService(SERVICE).getTrafficStatuses(0).getPercent())
        .isEqualTo(100);
  }

  @Test
  void theRevisionIsCompleteAndConsistent() throws IOException {
    start(Scenario.named("issue-965"));
    Revision revision = clients.revisions.getRevision(WOB);
    assertThat(revision.getName()).isEqualTo(WOB);
    assertThat(revision.getService()).isEqualTo("netra-backend-staging");
    assertThat(Times.instant(revision.getCreateTime()))
        .isEqualTo(HandClock.START.minus(Duration.ofMinutes(21)));
    assertThat(revision.getGeneration()).isEqualTo(revision.getObservedGeneration());
    assertThat(revision.getScaling().getMinInstanceCount()).isEqualTo(1);
    assertThat(revision.getScaling().getMaxInstanceCount()).isEqualTo(10);
    assertThat(revision.getScalingStatus().getDesiredMinInstanceCount()).isEqualTo(1);
    assertThat(revision.getMaxInstanceRequestConcurrency()).isEqualTo(80);
    assertThat(revision.getTimeout().getSeconds()).isEqualTo(300);
    assertThat(revision.getServiceAccount()).startsWith("netra-backend@");
    assertThat(revision.getLogUri()).startsWith("https://console.cloud.google.com/logs/");
    assertThat(revision.getConditionsList())
        .extracting(Condition::getType)
        .contains("Ready", "ContainerHealthy");
    assertThat(revision.getConditionsList())
        .extracting(Condition::getState)
        .containsOnly(Condition.State.CONDITION_SUCCEEDED);
  }

  @Test
  void theContainerHasItsEnvironmentWithValuesAndItsLimits() throws IOException {
    start(Scenario.named("issue-965"));
    Container container = clients.revisions.getRevision(WOB).getContainers(0);
    assertThat(container.getEnvList())
        .extracting(
            EnvVar::getName,
            EnvVar::getValue,
            variable -> variable.getValueSource().getSecretKeyRef().getSecret())
        .containsExactly(
            tuple("ENVIRONMENT", "staging", ""),
            tuple("POSTGRES_HOST", "10.20.0.3", ""),
            tuple("POSTGRES_PASSWORD", "", "postgres-password-staging"),
            tuple("JWT_SECRET_KEY", "", "jwt-secret-key-staging"),
            tuple(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://otel-collector.netra-staging.internal:4317",
                ""));
    assertThat(container.getResources().getLimitsMap())
        .containsEntry("cpu", "1000m")
        .containsEntry("memory", "512Mi");
    assertThat(container.getStartupProbe().hasTcpSocket()).isTrue();
  }

  @Test
  void revisionsAreListedNewestFirstInPages() throws IOException {
    start(Scenario.named("issue-889"));
    assertThat(names(SERVICE, 0)).containsExactly(KIP, WOB);
    assertThat(names(SERVICE, 1)).containsExactly(KIP, WOB);
    assertThat(names(PARENT + "/services/-", 0)).containsExactly(KIP, WOB);
    assertThat(sandbox.calls().count("ListRevisions")).isEqualTo(4);
  }

  private List<String> names(String parent, int pageSize) {
    ListRevisionsRequest request =
        ListRevisionsRequest.newBuilder().setParent(parent).setPageSize(pageSize).build();
    return StreamSupport.stream(
            clients.revisions.listRevisions(request).iterateAll().spliterator(), false)
        .map(Revision::getName)
        .toList();
  }

  @Test
  void aFailedRevisionLeavesTheOneBeforeServing() throws IOException {
    ScenarioRevision old = Variants.revision("a-1", Duration.ofHours(1), Variants.ready());
    ScenarioRevision broken =
        Variants.revision(
            "a-2",
            Duration.ofMinutes(1),
            Variants.state(Condition.State.CONDITION_FAILED, "The container failed to start."));
    start(twoRevisions(old, broken));
    Service service = clients.services.getService(SERVICE);
    assertThat(service.getLatestReadyRevision()).endsWith("/a-1");
    assertThat(service.getLatestCreatedRevision()).endsWith("/a-2");
    assertThat(service.getTerminalCondition().getState())
        .isEqualTo(Condition.State.CONDITION_FAILED);
    assertThat(service.getTerminalCondition().getReason())
        .isEqualTo(Condition.CommonReason.REVISION_FAILED);
    assertThat(service.getTerminalCondition().getMessage())
        .isEqualTo(
            "Revision 'a-2' is not ready and cannot serve traffic. The container failed to"
                + " start.");
  }

  @Test
  void aRevisionOnItsWayMakesTheServiceReconcile() throws IOException {
    ScenarioRevision old = Variants.revision("a-1", Duration.ofHours(1), Variants.ready());
    ScenarioRevision coming =
        Variants.revision(
            "a-2", Duration.ZERO, Variants.state(Condition.State.CONDITION_RECONCILING, ""));
    start(twoRevisions(old, coming));
    Service service = clients.services.getService(SERVICE);
    assertThat(service.getReconciling()).isTrue();
    assertThat(service.getObservedGeneration()).isEqualTo(service.getGeneration() - 1);
    assertThat(clients.revisions.getRevision(SERVICE + "/revisions/a-2").getReconciling()).isTrue();
    assertThat(clients.revisions.getRevision(SERVICE + "/revisions/a-1").getReconciling())
        .isFalse();
  }

  private static Scenario twoRevisions(ScenarioRevision old, ScenarioRevision young) {
    return Variants.with(
        Scenario.named("issue-965"), List.of(old, young), List.of(Variants.share(100)), List.of());
  }

  @Test
  void unknownNamesAreNotFound() throws IOException {
    start(Scenario.named("issue-965"));
    assertThatThrownBy(() -> clients.services.getService(PARENT + "/services/backend"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining(
            "Resource 'backend' of kind 'SERVICE' in region 'us-central1' in project"
                + " 'netra-staging' does not exist.");
    String elsewhere = SERVICE.replace("us-central1", "europe-west1");
    assertThatThrownBy(() -> clients.services.getService(elsewhere))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("in region 'europe-west1'");
    assertThatThrownBy(() -> clients.revisions.getRevision(SERVICE + "/revisions/x-1"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Resource 'x-1' of kind 'REVISION'");
  }

  @Test
  void anotherProjectIsDeniedAndAMalformedNameInvalid() throws IOException {
    start(Scenario.named("issue-965"));
    String other = SERVICE.replace("netra-staging/", "netra-production/");
    assertThatThrownBy(() -> clients.services.getService(other))
        .isInstanceOf(PermissionDeniedException.class)
        .hasMessageContaining("Permission 'run.services.get' denied on resource '" + other + "'");
    assertThatThrownBy(() -> clients.services.getService("netra-backend-staging"))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void faultsHitTheApiThatTheyName() throws IOException {
    Fault down = Fault.refuse(Status.Code.UNAVAILABLE);
    start(Scenario.named("issue-965").withFaults(Faults.none().with(Api.RUN, down)));
    assertThatThrownBy(() -> clients.revisions.getRevision(WOB))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("The service is currently unavailable.");
    assertThat(clients.logging.listLogEntriesCallable().call(GoogleClients.entries("").build()))
        .isNotNull();
  }

  @Test
  void aCallIsLoggedWithTheNameThatItAsksFor() throws IOException {
    start(Scenario.named("issue-965"));
    clients.services.getService(SERVICE);
    assertThat(sandbox.calls().all())
        .containsExactly(new CallLog.Call(Api.RUN, "GetService", SERVICE, HandClock.START));
  }
}
