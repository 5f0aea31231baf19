package dev.stageproof.probes.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.run.v2.GetRevisionRequest;
import com.google.cloud.run.v2.GetServiceRequest;
import com.google.cloud.run.v2.ListRevisionsRequest;
import com.google.cloud.run.v2.ListRevisionsResponse;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.Service;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Previous;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.probes.google.LoopbackGrpc;
import dev.stageproof.probes.google.LoopbackGrpc.Answer;
import dev.stageproof.probes.google.TestLook;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The revision under test is netra-backend-staging-00640-wob, of 08:26:09.483928. */
@Timeout(30)
class PreviousRevisionTest {
  private static final Instant NOW = Instant.parse("2025-09-15T08:47:00Z");

  private final CloudRunProbe probe = new CloudRunProbe();
  private final List<ListRevisionsRequest> asked = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    probe.close();
  }

  private LoopbackGrpc listing(Answer<ListRevisionsRequest, ListRevisionsResponse> list) {
    return new LoopbackGrpc(
        LoopbackGrpc.unary(
            "google.cloud.run.v2.Services",
            "GetService",
            GetServiceRequest.getDefaultInstance(),
            Service.getDefaultInstance(),
            request -> RunMessages.service().build()),
        LoopbackGrpc.together(
            LoopbackGrpc.unary(
                "google.cloud.run.v2.Revisions",
                "GetRevision",
                GetRevisionRequest.getDefaultInstance(),
                Revision.getDefaultInstance(),
                request -> RunMessages.revision().build()),
            LoopbackGrpc.unary(
                "google.cloud.run.v2.Revisions",
                "ListRevisions",
                ListRevisionsRequest.getDefaultInstance(),
                ListRevisionsResponse.getDefaultInstance(),
                request -> {
                  asked.add(request);
                  return list.to(request);
                })));
  }

  private DeploymentObservation look(Answer<ListRevisionsRequest, ListRevisionsResponse> list)
      throws Exception {
    try (LoopbackGrpc server = listing(list)) {
      return probe.observe(
          new DeploymentRequest(
              "netra-staging", "us-central1", "netra-backend-staging", "latest-ready"),
          TestLook.at(server.settings(), NOW));
    }
  }

  private static ListRevisionsResponse.Builder page(Revision... revisions) {
    return ListRevisionsResponse.newBuilder().addAllRevisions(List.of(revisions));
  }

  private static Revision created(String name, String at) {
    Revision.Builder revision =
        RunMessages.revision().setName(RunMessages.SERVICE + "/revisions/" + name);
    Instant time = Instant.parse(at);
    revision.getCreateTimeBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano());
    return revision.build();
  }

  @Test
  void theOneCreatedLastBeforeIsThePreviousWhateverTheOrder() throws Exception {
    DeploymentObservation seen =
        look(
            request ->
                page(
                        created("newer", "2025-09-15T08:40:00Z"),
                        created("older", "2025-09-13T08:00:00Z"),
                        created("before", "2025-09-14T08:00:00Z"),
                        RunMessages.revision().build())
                    .build());

    assertThat(seen.previous())
        .contains(new Previous("before", Instant.parse("2025-09-14T08:00:00Z"), RunMessages.IMAGE));
    assertThat(asked)
        .singleElement()
        .isEqualTo(
            ListRevisionsRequest.newBuilder()
                .setParent(RunMessages.SERVICE)
                .setPageSize(100)
                .build());
  }

  @Test
  void theFirstRevisionHasNoPrevious() throws Exception {
    DeploymentObservation seen =
        look(
            request ->
                page(RunMessages.revision().build(), created("newer", "2025-09-15T08:40:00Z"))
                    .build());

    assertThat(seen.previous()).isEmpty();
    assertThat(seen.previousGap()).isEmpty();
  }

  @Test
  void laterPagesAreReadToo() throws Exception {
    DeploymentObservation seen =
        look(
            request ->
                request.getPageToken().isEmpty()
                    ? page().setNextPageToken("2").build()
                    : page(created("before", "2025-09-14T08:00:00Z")).build());

    assertThat(seen.previous().map(Previous::name)).contains("before");
  }

  @Test
  void anEndlessListEndsAfterTenPages() throws Exception {
    look(request -> page().setNextPageToken("more").build());

    assertThat(asked).hasSize(10);
  }

  @Test
  void aListThatMayNotBeReadFailsNothing() throws Exception {
    DeploymentObservation seen =
        look(
            request -> {
              throw Status.PERMISSION_DENIED.asRuntimeException();
            });

    assertThat(seen.revision().name()).isEqualTo("netra-backend-staging-00640-wob");
    assertThat(seen.previous()).isEqualTo(Optional.empty());
    assertThat(seen.previousGap())
        .contains(
            Gap.noPermission(
                "Cloud Run Admin needs the permission run.revisions.list on project netra-staging:"
                    + " io.grpc.StatusRuntimeException: PERMISSION_DENIED",
                "grant roles/run.viewer on project netra-staging"
                    + " to the account that runs stageproof",
                "run.revisions.list"));
  }

  @Test
  void aListOverQuotaTakesNoMoreThanItsShareOfTheLook() throws Exception {
    try (LoopbackGrpc server =
        listing(
            request -> {
              throw Status.RESOURCE_EXHAUSTED.asRuntimeException();
            })) {
      TestLook look = TestLook.at(server.settings(), NOW);

      DeploymentObservation seen =
          probe.observe(
              new DeploymentRequest(
                  "netra-staging", "us-central1", "netra-backend-staging", "latest-ready"),
              look);

      assertThat(seen.previous()).isEmpty();
      assertThat(seen.previousGap().map(Gap::reason)).contains(GapReason.QUOTA);
      assertThat(look.remaining()).isGreaterThanOrEqualTo(Duration.ofSeconds(15));
    }
  }
}
