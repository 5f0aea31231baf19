package dev.stageproof.checks.cloudrun;

import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentObservation.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A revision's state, written as what is expected of the next one. */
final class AsDeployed {
  private AsDeployed() {}

  /** The settings {@code expect} of {@link CloudRunSettings}; values of variables are not known. */
  static Map<String, Object> of(DeploymentObservation seen) {
    Revision revision = seen.revision();
    Map<String, Object> expect = new LinkedHashMap<>();
    expect.put("traffic", Map.of("min-percent", TrafficShare.of(seen)));
    if (revision.container().digest().isPresent()) {
      expect.put("image-digest", "resolved");
    }
    List<String> names = revision.container().env().stream().map(EnvVar::name).distinct().toList();
    if (!names.isEmpty()) {
      expect.put("env", Map.of("required", names));
    }
    limit(revision, "memory")
        .filter(text -> DataSize.ofLimit(text).isPresent())
        .map(text -> DataSize.ofLimit(text).orElseThrow().toString())
        .filter(text -> !text.contains(" "))
        .ifPresent(text -> expect.put("memory", exactly(text)));
    limit(revision, "cpu")
        .filter(text -> CpuAmount.ofLimit(text).isPresent())
        .ifPresent(text -> expect.put("cpu", exactly(text)));
    expect.put("min-instances", revision.minInstances());
    positive(revision.maxInstances()).ifPresent(most -> expect.put("max-instances", most));
    positive(revision.concurrency()).ifPresent(most -> expect.put("concurrency", most));
    return expect;
  }

  private static Optional<String> limit(Revision revision, String resource) {
    return Optional.ofNullable(revision.container().limits().get(resource));
  }

  private static Map<String, Object> exactly(String amount) {
    Map<String, Object> bounds = new LinkedHashMap<>();
    bounds.put("min", amount);
    bounds.put("max", amount);
    return bounds;
  }

  /** The API's 0 means that nothing was set. */
  private static Optional<Integer> positive(int number) {
    return Optional.of(number).filter(set -> set > 0);
  }
}
