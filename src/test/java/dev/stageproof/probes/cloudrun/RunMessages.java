package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.CloudSqlInstance;
import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Condition.CommonReason;
import com.google.cloud.run.v2.Condition.RevisionReason;
import com.google.cloud.run.v2.Condition.State;
import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.ContainerPort;
import com.google.cloud.run.v2.EmptyDirVolumeSource;
import com.google.cloud.run.v2.EnvVar;
import com.google.cloud.run.v2.EnvVarSource;
import com.google.cloud.run.v2.ExecutionEnvironment;
import com.google.cloud.run.v2.GCSVolumeSource;
import com.google.cloud.run.v2.GRPCAction;
import com.google.cloud.run.v2.HTTPGetAction;
import com.google.cloud.run.v2.IngressTraffic;
import com.google.cloud.run.v2.NFSVolumeSource;
import com.google.cloud.run.v2.Probe;
import com.google.cloud.run.v2.ResourceRequirements;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.RevisionScaling;
import com.google.cloud.run.v2.SecretKeySelector;
import com.google.cloud.run.v2.SecretVolumeSource;
import com.google.cloud.run.v2.Service;
import com.google.cloud.run.v2.TCPSocketAction;
import com.google.cloud.run.v2.TrafficTargetAllocationType;
import com.google.cloud.run.v2.TrafficTargetStatus;
import com.google.cloud.run.v2.VersionToPath;
import com.google.cloud.run.v2.Volume;
import com.google.cloud.run.v2.VolumeMount;
import com.google.cloud.run.v2.VpcAccess;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;

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
        .addUrls("https://netra-backend-staging-1.us-central1.run.app")
        .addUrls("https://netra-backend-staging-x-uc.a.run.app")
        .addCustomAudiences("https://staging.example.com")
        .setInvokerIamDisabled(true)
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
        .addContainers(Container.newBuilder().setName("collector").setImage("otel/collector:1"))
        .addContainers(container(image))
        .setScaling(RevisionScaling.newBuilder().setMinInstanceCount(1).setMaxInstanceCount(10))
        .setMaxInstanceRequestConcurrency(80)
        .setTimeout(Duration.newBuilder().setSeconds(300))
        .setServiceAccount("run@netra-staging.iam.gserviceaccount.com")
        .setExecutionEnvironment(ExecutionEnvironment.EXECUTION_ENVIRONMENT_GEN2)
        .setSessionAffinity(true)
        .setVpcAccess(
            VpcAccess.newBuilder()
                .setConnector("projects/p/locations/r/connectors/connector")
                .setEgress(VpcAccess.VpcEgress.PRIVATE_RANGES_ONLY)
                .addNetworkInterfaces(
                    VpcAccess.NetworkInterface.newBuilder()
                        .setNetwork("projects/p/global/networks/staging")
                        .setSubnetwork("staging-run")
                        .addTags("run")))
        .addAllVolumes(volumes())
        .putAnnotations("owner", "platform")
        .putLabels("commit-sha", "4be1c07")
        .setCreator("ci@netra-staging.iam.gserviceaccount.com")
        .setLogUri("https://console.cloud.google.com/logs");
  }

  private static Container.Builder container(String image) {
    return Container.newBuilder()
        .setName("backend")
        .setImage(image)
        .addCommand("secret-command")
        .addArgs("--key=secret-argument")
        .addArgs("serve")
        .addPorts(ContainerPort.newBuilder().setName("h2c").setContainerPort(8080))
        .addVolumeMounts(VolumeMount.newBuilder().setName("keys").setMountPath("/keys"))
        .setStartupProbe(
            Probe.newBuilder()
                .setTimeoutSeconds(240)
                .setPeriodSeconds(240)
                .setFailureThreshold(1)
                .setTcpSocket(TCPSocketAction.newBuilder().setPort(8080)))
        .setLivenessProbe(
            Probe.newBuilder()
                .setInitialDelaySeconds(5)
                .setHttpGet(HTTPGetAction.getDefaultInstance()))
        .setReadinessProbe(
            Probe.newBuilder().setGrpc(GRPCAction.newBuilder().setPort(8080).setService("health")))
        .addEnv(EnvVar.newBuilder().setName("ENVIRONMENT").setValue("value-of-environment"))
        .addEnv(
            EnvVar.newBuilder()
                .setName("JWT_SECRET_KEY")
                .setValueSource(
                    EnvVarSource.newBuilder()
                        .setSecretKeyRef(SecretKeySelector.newBuilder().setSecret("jwt"))))
        .addEnv(
            EnvVar.newBuilder()
                .setName("API_KEY")
                .setValueSource(
                    EnvVarSource.newBuilder()
                        .setSecretKeyRef(
                            SecretKeySelector.newBuilder()
                                .setSecret("projects/1/secrets/api")
                                .setVersion("7"))))
        .setResources(
            ResourceRequirements.newBuilder()
                .setCpuIdle(true)
                .setStartupCpuBoost(true)
                .putLimits("cpu", "1000m")
                .putLimits("memory", "512Mi"));
  }

  private static List<Volume> volumes() {
    return List.of(
        Volume.newBuilder()
            .setName("keys")
            .setSecret(
                SecretVolumeSource.newBuilder()
                    .setSecret("keys")
                    .addItems(VersionToPath.newBuilder().setVersion("3").setPath("a")))
            .build(),
        Volume.newBuilder()
            .setName("whole")
            .setSecret(SecretVolumeSource.newBuilder().setSecret("whole"))
            .build(),
        Volume.newBuilder()
            .setName("sql")
            .setCloudSqlInstance(CloudSqlInstance.newBuilder().addInstances("p:r:db"))
            .build(),
        Volume.newBuilder()
            .setName("scratch")
            .setEmptyDir(EmptyDirVolumeSource.newBuilder().setSizeLimit("64Mi"))
            .build(),
        Volume.newBuilder()
            .setName("share")
            .setNfs(NFSVolumeSource.newBuilder().setServer("10.0.0.2").setPath("/data"))
            .build(),
        Volume.newBuilder()
            .setName("bucket")
            .setGcs(GCSVolumeSource.newBuilder().setBucket("assets"))
            .build());
  }

  private static Timestamp time(String text) {
    Instant instant = Instant.parse(text);
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
