package dev.stageproof.sandbox;

import com.google.cloud.run.v2.Condition;
import com.google.logging.type.LogSeverity;
import com.google.protobuf.Struct;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A revision of the scenario's service, with what it logged. Immutable.
 *
 * @param deployedAgo how long before the sandbox's start it was deployed
 * @param image as deployed: by tag or by digest
 * @param limits by resource: "cpu", "memory"
 * @param timeout of a request
 * @param creator the account that deployed it
 * @param client the program that deployed it, with its version
 * @param labels of the revision; Cloud Run copies them to every log entry
 * @param annotations of the revision
 * @param runtime how it runs; by Cloud Run's defaults when empty
 * @param conditions at least "Ready"
 * @param requests what other users asked it
 */
public record ScenarioRevision(
    String name,
    Duration deployedAgo,
    String image,
    List<EnvVar> env,
    Map<String, String> limits,
    int minInstances,
    int maxInstances,
    int concurrency,
    Duration timeout,
    String serviceAccount,
    String creator,
    String client,
    String clientVersion,
    Map<String, String> labels,
    Map<String, String> annotations,
    Optional<ScenarioRuntime> runtime,
    List<State> conditions,
    List<LogLine> logs,
    List<Requests> requests) {

  private static final String READY = "Ready";

  /**
   * An environment variable: a literal value, or a secret in Secret Manager.
   *
   * @param secret its name
   * @param version of the secret; "latest" when empty
   */
  public record EnvVar(
      String name, Optional<String> value, Optional<String> secret, Optional<String> version) {}

  /**
   * A condition.
   *
   * @param after when it came to this state, from the deploy
   * @param reason why it is not fulfilled
   */
  public record State(
      String type,
      Condition.State state,
      Duration after,
      Optional<Condition.RevisionReason> reason,
      Optional<String> message) {}

  /**
   * A log line, written once or again and again.
   *
   * @param after when it is first written, from the deploy
   * @param log the log's id: "run.googleapis.com/stderr"
   * @param text the payload of a plain line
   * @param json the payload of a structured line; its text is under "message"
   * @param every the time from one to the next; written once when empty
   * @param times how often it is written in all; as long as the sandbox lives when empty
   * @param readableAfter when it becomes readable at the earliest, from the sandbox's start; by the
   *     scenario's ingestion lag when empty
   */
  public record LogLine(
      Duration after,
      String log,
      LogSeverity severity,
      Optional<String> text,
      Optional<Struct> json,
      Optional<Duration> every,
      Optional<Integer> times,
      Optional<Duration> readableAfter) {}

  /**
   * Requests of other users, spread evenly.
   *
   * @param from when the first arrives, from the deploy
   * @param until when the last arrives, from the deploy
   */
  public record Requests(
      int count,
      Duration from,
      Duration until,
      String method,
      String path,
      int status,
      String userAgent,
      Duration latency) {}

  public ScenarioRevision {
    env = List.copyOf(env);
    limits = Map.copyOf(limits);
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    conditions = List.copyOf(conditions);
    logs = List.copyOf(logs);
    requests = List.copyOf(requests);
    if (conditions.stream().noneMatch(state -> state.type().equals(READY))) {
      throw new IllegalArgumentException("revision " + name + " has no condition \"Ready\"");
    }
  }

  State readiness() {
    return conditions.stream().filter(state -> state.type().equals(READY)).findFirst().get();
  }

  ScenarioRuntime running() {
    return runtime.orElseGet(ScenarioRuntime::defaults);
  }

  boolean ready() {
    return readiness().state() == Condition.State.CONDITION_SUCCEEDED;
  }
}
