package dev.stageproof.probes.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.cloud.run.v2.GetRevisionRequest;
import com.google.cloud.run.v2.GetServiceRequest;
import com.google.cloud.run.v2.ListRevisionsRequest;
import com.google.cloud.run.v2.ListRevisionsResponse;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.Service;
import com.google.protobuf.util.Timestamps;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.probes.google.LoopbackGrpc;
import dev.stageproof.probes.google.LoopbackGrpc.Answer;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.spi.UnobservedException;
import io.grpc.Status;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a revision can be asked for; 00640-wob is the latest ready one, 00641-kip the newest. */
@Timeout(30)
class SelectorsTest {
  private static final Instant NOW = Instant.parse("2025-09-15T08:47:00Z");
  private static final String OLD = "netra-backend-staging-00639-old";
  private static final String READY = "netra-backend-staging-00640-wob";
  private static final String NEWEST = "netra-backend-staging-00641-kip";

  private final CloudRunProbe probe = new CloudRunProbe();

  @AfterEach
  void close() {
    probe.close();
  }

  private static Revision revision(String name) {
    try {
      String at =
          switch (name) {
            case OLD -> "2025-09-15T08:00:00Z";
            case READY -> "2025-09-15T08:26:00Z";
            case NEWEST -> "2025-09-15T08:40:00Z";
            default -> throw Status.NOT_FOUND.asRuntimeException();
          };
      return RunMessages.revision()
          .setName(RunMessages.SERVICE + "/revisions/" + name)
          .setCreateTime(Timestamps.parse(at))
          .build();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LoopbackGrpc serving(
      Service service, Answer<ListRevisionsRequest, ListRevisionsResponse> list) {
    return new LoopbackGrpc(
        LoopbackGrpc.unary(
            "google.cloud.run.v2.Services",
            "GetService",
            GetServiceRequest.getDefaultInstance(),
            Service.getDefaultInstance(),
            request -> service),
        LoopbackGrpc.together(
            LoopbackGrpc.unary(
                "google.cloud.run.v2.Revisions",
                "GetRevision",
                GetRevisionRequest.getDefaultInstance(),
                Revision.getDefaultInstance(),
                request -> revision(Names.last(request.getName()))),
            LoopbackGrpc.unary(
                "google.cloud.run.v2.Revisions",
                "ListRevisions",
                ListRevisionsRequest.getDefaultInstance(),
                ListRevisionsResponse.getDefaultInstance(),
                list)));
  }

  private static LoopbackGrpc serving() {
    return serving(RunMessages.service().build(), request -> all());
  }

  private static ListRevisionsResponse all() {
    return ListRevisionsResponse.newBuilder()
        .addAllRevisions(List.of(revision(NEWEST), revision(READY), revision(OLD)))
        .build();
  }

  private DeploymentObservation observe(LoopbackGrpc server, String selector) throws Exception {
    return probe.observe(request(selector), TestLook.at(server.settings(), NOW));
  }

  private static DeploymentRequest request(String selector) {
    return new DeploymentRequest("netra-staging", "us-central1", "netra-backend-staging", selector);
  }

  private Gap gap(LoopbackGrpc server, String selector) {
    return catchThrowableOfType(UnobservedException.class, () -> observe(server, selector)).gap();
  }

  @Test
  void everySelectorFindsItsRevision() throws Exception {
    try (LoopbackGrpc server = serving()) {
      assertThat(observe(server, "latest-ready").revision().name()).isEqualTo(READY);
      assertThat(observe(server, "latest-created").revision().name()).isEqualTo(NEWEST);
      assertThat(observe(server, "previous").revision().name()).isEqualTo(OLD);
      assertThat(observe(server, "tag:old").revision().name()).isEqualTo(OLD);
      assertThat(observe(server, NEWEST).revision().name()).isEqualTo(NEWEST);
    }
  }

  @Test
  void aMistypedNameIsAnsweredWithTheNearest() {
    try (LoopbackGrpc server = serving()) {
      assertThat(gap(server, "netra-backend-staging-00641-kap"))
          .isEqualTo(
              Gap.of(
                  GapReason.NOT_FOUND,
                  "Cloud Run service netra-backend-staging in us-central1"
                      + " of project netra-staging has no revision netra-backend-staging-00641-kap",
                  "did you mean `netra-backend-staging-00641-kip`?"
                      + " `gcloud run revisions list --service=netra-backend-staging"
                      + " --region=us-central1 --project=netra-staging"
                      + " --sort-by=~metadata.creationTimestamp` shows what exists"));
    }
  }

  @Test
  void aMistypedSelectorIsAnsweredWithTheNearest() {
    try (LoopbackGrpc server = serving()) {
      assertThat(gap(server, "latest-redy").settle()).startsWith("did you mean `latest-ready`?");
    }
  }

  @Test
  void aMistypedTagIsAnsweredWithTheNearest() {
    try (LoopbackGrpc server = serving()) {
      assertThat(gap(server, "tag:odl"))
          .isEqualTo(
              Gap.of(
                  GapReason.NOT_FOUND,
                  "Cloud Run service netra-backend-staging in us-central1"
                      + " of project netra-staging has no traffic tag odl",
                  "did you mean `tag:old`?"));
      assertThat(gap(server, "tag:canary").settle()).isEqualTo("its tags: old");
    }
  }

  @Test
  void aServiceWithoutTagsSaysHowToGiveOne() {
    Service untagged = RunMessages.service().clearTrafficStatuses().build();
    try (LoopbackGrpc server = serving(untagged, request -> all())) {
      assertThat(gap(server, "tag:blue").settle())
          .isEqualTo(
              "give a revision the tag: `gcloud run services update-traffic netra-backend-staging"
                  + " --region=us-central1 --project=netra-staging --update-tags=blue=REVISION`");
    }
  }

  @Test
  void previousNeedsTheListOfRevisions() {
    try (LoopbackGrpc server =
        serving(
            RunMessages.service().build(),
            request -> {
              throw Status.PERMISSION_DENIED.asRuntimeException();
            })) {
      assertThat(gap(server, "previous").permission()).contains("run.revisions.list");
    }
  }

  @Test
  void beforeTheFirstRevisionThereIsNone() {
    try (LoopbackGrpc server =
        serving(
            RunMessages.service().build(),
            request -> ListRevisionsResponse.newBuilder().addRevisions(revision(READY)).build())) {
      assertThat(gap(server, "previous").message())
          .isEqualTo(
              "service netra-backend-staging has no revision before "
                  + READY
                  + ", its latest ready one");
    }
  }

  @Test
  void aServiceWithoutRevisionsSaysWhy() {
    Service none = RunMessages.service().clearLatestCreatedRevision().build();
    try (LoopbackGrpc server = serving(none, request -> all())) {
      assertThat(gap(server, "latest-created").message())
          .isEqualTo(
              "service netra-backend-staging has no revision yet:"
                  + " Ready FAILED, CONTAINER_MISSING, Image not found.");
    }
  }

  @Test
  void theCommandsShowWhatWasAskedAndWhatWasSeen() throws Exception {
    try (LoopbackGrpc server = serving()) {
      DeploymentRequest tagged = request("tag:old");

      assertThat(tagged.reproduce()).hasSize(2);
      assertThat(tagged.reproduce(observe(server, "tag:old")))
          .satisfiesExactly(
              service ->
                  assertThat(service)
                      .isEqualTo(
                          "gcloud run services describe netra-backend-staging"
                              + " --region=us-central1 --project=netra-staging"
                              + " --format='yaml(metadata.generation,metadata.annotations,"
                              + "status)'"),
              traffic ->
                  assertThat(traffic)
                      .endsWith(
                          "--format='table(status.traffic:"
                              + "format=\"table(tag,revisionName,percent,url)\")'"),
              revision ->
                  assertThat(revision)
                      .startsWith("gcloud run revisions describe " + OLD + " --region=")
                      .doesNotContain("env[].value,", "args"));
      assertThat(request("previous").reproduce(observe(server, "previous")).get(1))
          .isEqualTo(
              "gcloud run revisions list --service=netra-backend-staging --region=us-central1"
                  + " --project=netra-staging --sort-by=~metadata.creationTimestamp");
    }
  }
}
