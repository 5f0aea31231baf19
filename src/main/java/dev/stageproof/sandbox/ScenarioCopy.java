package dev.stageproof.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A scenario like another one, but for what is set here. */
final class ScenarioCopy {
  private final Scenario base;
  private Optional<Access> access;
  private List<String> customAudiences;
  private int generation;
  private Duration ingestionLag;
  private List<Scenario.Traffic> traffic;
  private Optional<Boolean> reconciling;
  private Optional<String> latestReady;
  private List<Scenario.Change> changes;
  private List<ScenarioRevision> revisions;
  private List<Scenario.Route> routes;
  private List<ScenarioSocket> sockets;
  private List<Scenario.Health> health;
  private Faults faults;

  ScenarioCopy(Scenario base) {
    this.base = base;
    access = base.access();
    customAudiences = base.customAudiences();
    generation = base.generation();
    ingestionLag = base.ingestionLag();
    traffic = base.traffic();
    reconciling = base.reconciling();
    latestReady = base.latestReady();
    changes = base.changes();
    revisions = base.revisions();
    routes = base.routes();
    sockets = base.sockets();
    health = base.health();
    faults = base.faults();
  }

  ScenarioCopy access(Access other) {
    access = Optional.of(other);
    return this;
  }

  ScenarioCopy customAudiences(List<String> other) {
    customAudiences = other;
    return this;
  }

  ScenarioCopy generation(int other) {
    generation = other;
    return this;
  }

  ScenarioCopy ingestionLag(Duration other) {
    ingestionLag = other;
    return this;
  }

  ScenarioCopy traffic(List<Scenario.Traffic> other) {
    traffic = other;
    return this;
  }

  ScenarioCopy reconciling(Optional<Boolean> other) {
    reconciling = other;
    return this;
  }

  ScenarioCopy latestReady(Optional<String> other) {
    latestReady = other;
    return this;
  }

  ScenarioCopy changes(List<Scenario.Change> other) {
    changes = other;
    return this;
  }

  ScenarioCopy revisions(List<ScenarioRevision> other) {
    revisions = other;
    return this;
  }

  ScenarioCopy routes(List<Scenario.Route> other) {
    routes = other;
    return this;
  }

  ScenarioCopy sockets(List<ScenarioSocket> other) {
    sockets = other;
    return this;
  }

  ScenarioCopy health(List<Scenario.Health> other) {
    health = other;
    return this;
  }

  ScenarioCopy faults(Faults other) {
    faults = other;
    return this;
  }

  Scenario done() {
    return new Scenario(
        base.name(),
        base.project(),
        base.region(),
        base.service(),
        base.ingress(),
        access,
        customAudiences,
        generation,
        base.labels(),
        base.annotations(),
        ingestionLag,
        revisions,
        traffic,
        reconciling,
        latestReady,
        changes,
        routes,
        sockets,
        health,
        faults);
  }
}
