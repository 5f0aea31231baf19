package dev.stageproof.probes.job;

import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.EnvVar;
import com.google.cloud.run.v2.ExecutionEnvironment;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.SecretKeySelector;
import com.google.cloud.run.v2.VpcAccess;
import dev.stageproof.observe.JobObservation.Like;
import dev.stageproof.observe.JobRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a job was given of a revision, without the values of variables. */
record LikeRevision(JobRequest request) {

  Like of(Optional<Revision> like) {
    Optional<Container> serving = serving(like);
    if (serving.isEmpty()) {
      return Like.nothing();
    }
    Revision revision = like.orElseThrow();
    List<String> flags = new ArrayList<>();
    if (request.shape().serviceAccount().isEmpty()) {
      add(flags, "service-account", revision.getServiceAccount());
    }
    Map<String, String> limits = serving.get().getResources().getLimitsMap();
    if (request.shape().cpu().isEmpty()) {
      add(flags, "cpu", limits.getOrDefault("cpu", ""));
    }
    if (request.shape().memory().isEmpty()) {
      add(flags, "memory", limits.getOrDefault("memory", ""));
    }
    add(flags, "set-secrets", secrets(serving.get()));
    vpc(flags, revision.getVpcAccess());
    return new Like(flags, plain(serving.get()), besides(revision, serving.get()));
  }

  /** What {@link JobMessage} gives as well, and a command would need much to give. */
  private List<String> besides(Revision revision, Container serving) {
    List<String> besides = new ArrayList<>();
    revision.getVolumesList().forEach(volume -> besides.add("the volume " + volume.getName()));
    if (request.directory().isEmpty() && !serving.getWorkingDir().isEmpty()) {
      besides.add("the working directory " + serving.getWorkingDir());
    }
    if (!revision.getEncryptionKey().isEmpty()) {
      besides.add("the encryption key");
    }
    if (revision.getExecutionEnvironment() == ExecutionEnvironment.EXECUTION_ENVIRONMENT_GEN1) {
      besides.add("the execution environment gen1");
    }
    return besides;
  }

  /** The container that takes the requests: the one with a port, else the first. */
  static Optional<Container> serving(Optional<Revision> like) {
    List<Container> all = like.map(Revision::getContainersList).orElse(List.of());
    return all.stream()
        .filter(container -> container.getPortsCount() > 0)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static void add(List<String> flags, String flag, String value) {
    if (!value.isEmpty()) {
      flags.add("--" + flag + "=" + value);
    }
  }

  private static void vpc(List<String> flags, VpcAccess vpc) {
    add(flags, "vpc-connector", vpc.getConnector());
    vpc.getNetworkInterfacesList()
        .forEach(
            network -> {
              add(flags, "network", network.getNetwork());
              add(flags, "subnet", network.getSubnetwork());
            });
    switch (vpc.getEgress()) {
      case ALL_TRAFFIC -> add(flags, "vpc-egress", "all-traffic");
      case PRIVATE_RANGES_ONLY -> add(flags, "vpc-egress", "private-ranges-only");
      default -> {}
    }
  }

  private String secrets(Container serving) {
    return variables(serving).stream()
        .filter(EnvVar::hasValueSource)
        .map(variable -> variable.getName() + "=" + secret(variable))
        .collect(Collectors.joining(","));
  }

  private static String secret(EnvVar variable) {
    SecretKeySelector key = variable.getValueSource().getSecretKeyRef();
    return key.getSecret() + ":" + key.getVersion();
  }

  private List<String> plain(Container serving) {
    return variables(serving).stream()
        .filter(variable -> !variable.hasValueSource())
        .map(EnvVar::getName)
        .toList();
  }

  private List<EnvVar> variables(Container serving) {
    return serving.getEnvList().stream()
        .filter(variable -> !request.environment().containsKey(variable.getName()))
        .toList();
  }
}
