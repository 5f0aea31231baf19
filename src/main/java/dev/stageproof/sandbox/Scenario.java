package dev.stageproof.sandbox;

import com.google.cloud.run.v2.IngressTraffic;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
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
 * @param ingress anything but ALL hides the service's own addresses behind a 404
 * @param access who may call the service; the default is anybody
 * @param customAudiences what an identity token may be made out to, beside the service's address
 * @param generation the service's generation; each deploy adds one
 * @param labels of the service
 * @param annotations of the service
 * @param ingestionLag how long after an entry's end it becomes readable
 * @param revisions at least one, in any order
 * @param traffic percentages that add up to 100
 * @param reconciling whether the service is on its way to its configuration; when empty, the
 *     readiness of its newest revision tells
 * @param latestReady the revision that the service calls its latest ready one; when empty, the
 *     newest that is ready
 * @param changes what becomes of the service while the sandbox runs, in this order
 * @param routes what the service answers; the first that fits wins, 404 when none does
 * @param sockets where the service opens WebSocket connections; the first that fits wins
 * @param health what the service says by the gRPC health protocol; the first that fits wins. It
 *     speaks no gRPC when there is none
 */
public record Scenario(
    String name,
    String project,
    String region,
    String service,
    IngressTraffic ingress,
    Optional<Access> access,
    List<String> customAudiences,
    int generation,
    Map<String, String> labels,
    Map<String, String> annotations,
    Duration ingestionLag,
    List<ScenarioRevision> revisions,
    List<Traffic> traffic,
    Optional<Boolean> reconciling,
    Optional<String> latestReady,
    List<Change> changes,
    List<Route> routes,
    List<ScenarioSocket> sockets,
    List<Health> health,
    Faults faults) {

  /**
   * A share of the requests.
   *
   * @param revision the revision; the latest ready one when empty
   * @param tag gives the revision an address of its own, whatever its share
   */
  public record Traffic(Optional<String> revision, int percent, Optional<String> tag) {

    /** A share of the latest ready revision, without a tag. */
    public static Traffic latest(int percent) {
      return new Traffic(Optional.empty(), percent, Optional.empty());
    }

    /** A share of a revision, without a tag. */
    public static Traffic to(String revision, int percent) {
      return new Traffic(Optional.of(revision), percent, Optional.empty());
    }

    /** The same share, with an address of its own. */
    public Traffic tagged(String name) {
      return new Traffic(revision, percent, Optional.of(name));
    }
  }

  /**
   * What becomes of the service while the sandbox runs. What is empty stays as it was.
   *
   * @param after when, from the sandbox's start
   * @param afterReads or once the service has been read this often through an Admin API, which
   *     moves the target of a run without looking at a clock
   * @param traffic percentages that add up to 100; a new configuration, so the generation rises
   * @param reconciling see {@link Scenario#reconciling}
   * @param latestReady see {@link Scenario#latestReady}
   */
  public record Change(
      Optional<Duration> after,
      Optional<Integer> afterReads,
      List<Traffic> traffic,
      Optional<Boolean> reconciling,
      Optional<String> latestReady) {

    /**
     * @throws IllegalArgumentException when it says no moment, or two
     */
    public Change {
      traffic = List.copyOf(traffic);
      if (after.isPresent() == afterReads.isPresent()) {
        throw new IllegalArgumentException("a change needs either `after` or `afterReads`");
      }
    }

    /** Traffic moves once the service has been read this often. */
    public static Change shift(int reads, Traffic... traffic) {
      return new Change(
          Optional.empty(),
          Optional.of(reads),
          List.of(traffic),
          Optional.empty(),
          Optional.empty());
    }
  }

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
   * The health of a gRPC service.
   *
   * @param service its name; empty for the server as a whole
   * @param revision only where this revision answers; any when empty
   */
  public record Health(String service, ServingStatus status, Optional<String> revision) {}

  /**
   * @throws IllegalArgumentException when the parts contradict each other
   */
  public Scenario {
    customAudiences = List.copyOf(customAudiences);
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    revisions = List.copyOf(revisions);
    traffic = List.copyOf(traffic);
    changes = List.copyOf(changes);
    routes = List.copyOf(routes);
    sockets = List.copyOf(sockets);
    health = List.copyOf(health);
    ScenarioRules.check(revisions, traffic, latestReady, changes);
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
    return new ScenarioCopy(this).faults(other).done();
  }

  /** The same environment with another ingestion lag. */
  public Scenario withIngestionLag(Duration lag) {
    return new ScenarioCopy(this).ingestionLag(lag).done();
  }

  /** The same environment with the service's requests shared out in another way. */
  public Scenario withTraffic(Traffic... other) {
    return new ScenarioCopy(this).traffic(List.of(other)).done();
  }

  /** The same environment, which these changes come to while the sandbox runs. */
  public Scenario withChanges(Change... other) {
    return new ScenarioCopy(this).changes(List.of(other)).done();
  }

  /** The same environment, whose service opens other WebSocket connections. */
  public Scenario withSockets(ScenarioSocket... other) {
    return new ScenarioCopy(this).sockets(List.of(other)).done();
  }

  /** The same environment, whose service is of other health by the gRPC health protocol. */
  public Scenario withHealth(Health... other) {
    return new ScenarioCopy(this).health(List.of(other)).done();
  }

  /** The same environment, open to others. */
  public Scenario withAccess(Access other, String... audiences) {
    return new ScenarioCopy(this).access(other).customAudiences(List.of(audiences)).done();
  }

  /** The same environment, whose service is or is not on its way to its configuration. */
  public Scenario withReconciling(boolean other) {
    return new ScenarioCopy(this).reconciling(Optional.of(other)).done();
  }

  /** The same environment after a change. */
  Scenario after(Change change) {
    boolean configured = !change.traffic().isEmpty();
    return new ScenarioCopy(this)
        .traffic(configured ? change.traffic() : traffic)
        .generation(configured ? generation + 1 : generation)
        .reconciling(change.reconciling().or(() -> reconciling))
        .latestReady(change.latestReady().or(() -> latestReady))
        .done();
  }

  boolean isPrivate() {
    return access.filter(Access.PRIVATE::equals).isPresent();
  }

  ScenarioRevision latestCreated() {
    return revisions.stream().min(Comparator.comparing(ScenarioRevision::deployedAgo)).get();
  }

  /** The revision that the service calls its latest ready one; the newest when none is ready. */
  ScenarioRevision ready() {
    return latestReady.map(this::revision).orElseGet(this::newestReady);
  }

  private ScenarioRevision newestReady() {
    return revisions.stream()
        .filter(ScenarioRevision::ready)
        .min(Comparator.comparing(ScenarioRevision::deployedAgo))
        .orElseGet(this::latestCreated);
  }

  ScenarioRevision revision(String wanted) {
    return revisions.stream().filter(each -> each.name().equals(wanted)).findFirst().get();
  }

  ScenarioRevision target(Traffic share) {
    return share.revision().map(this::revision).orElseGet(this::ready);
  }
}
