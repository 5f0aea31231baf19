package dev.stageproof.sandbox;

import com.google.cloud.run.v2.IngressTraffic;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A staging environment as data: one service, its revisions and what they logged. Immutable. All
 * times are relative, so that a scenario is as fresh as the sandbox that shows it.
 *
 * @param name how {@code demo --scenario} names it
 * @param generation the service's generation; each deploy adds one
 * @param labels of the service
 * @param ingestionLag how long after an entry's end it becomes readable
 * @param revisions at least one, in any order
 * @param traffic percentages that add up to 100
 * @param routes what the service answers; the first that fits wins, 404 when none does
 */
public record Scenario(
    String name,
    String project,
    String region,
    String service,
    IngressTraffic ingress,
    int generation,
    Map<String, String> labels,
    Duration ingestionLag,
    List<ScenarioRevision> revisions,
    List<Traffic> traffic,
    List<Route> routes,
    Faults faults) {

  /**
   * A share of the requests.
   *
   * @param revision the revision; the latest ready one when empty
   * @param tag gives the revision an address of its own, whatever its share
   */
  public record Traffic(Optional<String> revision, int percent, Optional<String> tag) {}

  /**
   * An answer of the service.
   *
   * @param method GET also answers HEAD
   * @param path exactly, without query
   * @param delay from the request's arrival to the answer
   * @param revision only where this revision answers; any when empty
   * @param times only for the first so many requests that it fits; all when empty
   */
  public record Route(
      String method,
      String path,
      int status,
      String body,
      Map<String, String> headers,
      Optional<Duration> delay,
      Optional<String> revision,
      Optional<Integer> times) {
    public Route {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * @throws IllegalArgumentException when the parts contradict each other
   */
  public Scenario {
    labels = Map.copyOf(labels);
    revisions = List.copyOf(revisions);
    traffic = List.copyOf(traffic);
    routes = List.copyOf(routes);
    ScenarioRules.check(revisions, traffic);
  }

  /** The names of the scenarios that come with stageproof, sorted. */
  public static List<String> names() {
    return ScenarioFiles.names();
  }

  /**
   * A scenario that comes with stageproof.
   *
   * @throws UnknownScenarioException when there is none of this name
   */
  public static Scenario named(String name) {
    return ScenarioFiles.named(name);
  }

  /**
   * Reads a scenario from JSON; its keys are the components' names, durations are ISO 8601.
   *
   * @throws IllegalArgumentException when it is not valid, with line and column
   */
  public static Scenario parse(String json) {
    return ScenarioFiles.parse(json);
  }

  /** The same environment with other faults. */
  public Scenario withFaults(Faults other) {
    return new Scenario(
        name,
        project,
        region,
        service,
        ingress,
        generation,
        labels,
        ingestionLag,
        revisions,
        traffic,
        routes,
        other);
  }

  /** The same environment with another ingestion lag. */
  public Scenario withIngestionLag(Duration lag) {
    return new Scenario(
        name,
        project,
        region,
        service,
        ingress,
        generation,
        labels,
        lag,
        revisions,
        traffic,
        routes,
        faults);
  }

  ScenarioRevision latestCreated() {
    return revisions.stream().min(Comparator.comparing(ScenarioRevision::deployedAgo)).get();
  }

  /** The newest revision that is ready; the newest of all when none is. */
  ScenarioRevision latestReady() {
    return revisions.stream()
        .filter(ScenarioRevision::ready)
        .min(Comparator.comparing(ScenarioRevision::deployedAgo))
        .orElseGet(this::latestCreated);
  }

  ScenarioRevision revision(String wanted) {
    return revisions.stream().filter(each -> each.name().equals(wanted)).findFirst().get();
  }

  ScenarioRevision target(Traffic share) {
    return share.revision().map(this::revision).orElseGet(this::latestReady);
  }
}
