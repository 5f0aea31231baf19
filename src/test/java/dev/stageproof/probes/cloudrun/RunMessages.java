package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Condition.CommonReason;
import com.google.cloud.run.v2.Condition.RevisionReason;
import com.google.cloud.run.v2.Condition.State;
import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.EnvVar;
import com.google.cloud.run.v2.EnvVarSource;
import com.google.cloud.run.v2.IngressTraffic;
import com.google.cloud.run.v2.ResourceRequirements;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.RevisionScaling;
import com.google.cloud.run.v2.SecretKeySelector;
import com.google.cloud.run.v2.Service;
import com.google.cloud.run.v2.TrafficTargetAllocationType;
import com.google.cloud.run.v2.TrafficTargetStatus;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.time.Instant;

/** A service and a revision as the Admin API v2 sends them, with every field set that we read. */
final class RunMessages {
  static final String SERVICE =
      "projects/netra-staging/locations/us-central1/services/netra-backend-staging";
  static final String DIGEST =
      "sha256:9f2c61d0b4a7e8135c6f09d2e1b8a7435c90d6e2f1a48b7c3d5e6f708192a3b4";
  static final String IMAGE = "gcr.io/netra-staging/netra-backend-staging@" + DIGEST;

  private RunMessages() {}

  static Service.Builder service() {
    return Service.newBuilder()
        .setName(SERVICE)
        .setUri("https://netra-backend-staging-x-uc.a.run.app")
        .setGeneration(7)
        .setObservedGeneration(6)
        .setReconciling(true)
        .setTerminalCondition(
            Condition.newBuilder()
                .setType("Ready")
                .setState(State.CONDITION_FAILED)
                .setReason(CommonReason.CONTAINER_MISSING)
                .setMessage("Image not found.")
                .setLastTransitionTime(time("2025-09-15T08:26:31Z")))
        .addConditions(
            Condition.newBuilder().setType("RoutesReady").setState(State.CONDITION_SUCCEEDED))
        .setLatestReadyRevision(SERVICE + "/revisions/netra-backend-staging-00640-wob")
        .setLatestCreatedRevision(SERVICE + "/revisions/netra-backend-staging-00641-kip")
        .addTrafficStatuses(
            TrafficTargetStatus.newBuilder()
                .setType(TrafficTargetAllocationType.TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST)
                .setPercent(90))
        .addTrafficStatuses(
            TrafficTargetStatus.newBuilder()
                .setType(TrafficTargetAllocationType.TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION)
                .setRevision("netra-backend-staging-00639-old")
                .setPercent(10)
                .setTag("old")
                .setUri("https://old---x.a.run.app"))
        .setIngress(IngressTraffic.INGRESS_TRAFFIC_ALL)
        .putLabels("team", "platform")
        .setClient("gcloud")
        .setClientVersion("539.0.0")
        .setLastModifier("ci@netra-staging.iam.gserviceaccount.com");
  }

  static Revision.Builder revision() {
    return revision(IMAGE);
  }

  static Revision.Builder revision(String image) {
    return Revision.newBuilder()
        .setName(SERVICE + "/revisions/netra-backend-staging-00640-wob")
        .setCreateTime(time("2025-09-15T08:26:09.483928Z"))
        .addConditions(
            Condition.newBuilder()
                .setType("Ready")
                .setState(State.CONDITION_FAILED)
                .setRevisionReason(RevisionReason.HEALTH_CHECK_CONTAINER_ERROR)
                .setMessage("Port 8080."))
        .addContainers(container(image))
        .setScaling(RevisionScaling.newBuilder().setMinInstanceCount(1).setMaxInstanceCount(10))
        .setMaxInstanceRequestConcurrency(80)
        .setTimeout(Duration.newBuilder().setSeconds(300))
        .setServiceAccount("run@netra-staging.iam.gserviceaccount.com")
        .putLabels("commit-sha", "4be1c07")
        .setCreator("ci@netra-staging.iam.gserviceaccount.com")
        .setLogUri("https://console.cloud.google.com/logs");
  }

  private static Container.Builder container(String image) {
    return Container.newBuilder()
        .setImage(image)
        .addEnv(EnvVar.newBuilder().setName("ENVIRONMENT").setValue("value-of-environment"))
        .addEnv(
            EnvVar.newBuilder()
                .setName("JWT_SECRET_KEY")
                .setValueSource(
                    EnvVarSource.newBuilder()
                        .setSecretKeyRef(SecretKeySelector.newBuilder().setSecret("jwt"))))
        .setResources(
            ResourceRequirements.newBuilder()
                .putLimits("cpu", "1000m")
                .putLimits("memory", "512Mi"));
  }

  private static Timestamp time(String text) {
    Instant instant = Instant.parse(text);
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
