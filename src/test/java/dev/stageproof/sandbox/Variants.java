package dev.stageproof.sandbox;

import com.google.cloud.run.v2.Condition;
import com.google.logging.type.LogSeverity;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scenarios that only tests need, made from issue-965. */
final class Variants {
  private Variants() {}

  static ScenarioRevision.LogLine line(Duration after, String text) {
    return new ScenarioRevision.LogLine(
        after,
        "run.googleapis.com/stdout",
        LogSeverity.INFO,
        Optional.of(text),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The line, but readable only so long after the sandbox's start. */
  static ScenarioRevision.LogLine late(ScenarioRevision.LogLine line, Duration readableAfter) {
    return new ScenarioRevision.LogLine(
        line.after(),
        line.log(),
        line.severity(),
        line.text(),
        line.json(),
        line.every(),
        line.times(),
        Optional.of(readableAfter));
  }

  /** One revision that writes the same line several times at the same instant. */
  static Scenario withLogs(ScenarioRevision.LogLine line, int times) {
    Scenario base = Scenario.named("issue-965");
    ScenarioRevision only = revision("only-00001-aaa", Duration.ofMinutes(5), ready(), line, times);
    return with(base, List.of(only), List.of(share(100)), List.of());
  }

  static Scenario with(
      Scenario base,
      List<ScenarioRevision> revisions,
      List<Scenario.Traffic> traffic,
      List<Scenario.Route> routes) {
    return new ScenarioCopy(base)
        .revisions(revisions)
        .traffic(traffic)
        .routes(routes)
        .faults(Faults.none())
        .done();
  }

  static ScenarioRevision revision(
      String name,
      Duration deployedAgo,
      ScenarioRevision.State state,
      ScenarioRevision.LogLine line,
      int times) {
    ScenarioRevision base = Scenario.named("issue-965").ready();
    return new ScenarioRevision(
        name,
        deployedAgo,
        base.image(),
        base.env(),
        base.limits(),
        base.minInstances(),
        base.maxInstances(),
        base.concurrency(),
        base.timeout(),
        base.serviceAccount(),
        base.creator(),
        base.client(),
        base.clientVersion(),
        base.labels(),
        base.annotations(),
        base.runtime(),
        List.of(state),
        Collections.nCopies(times, line),
        List.of());
  }

  static ScenarioRevision revision(
      String name, Duration deployedAgo, ScenarioRevision.State state) {
    return revision(name, deployedAgo, state, line(Duration.ZERO, ""), 0);
  }

  static ScenarioRevision.State ready() {
    return state(Condition.State.CONDITION_SUCCEEDED, "");
  }

  static ScenarioRevision.State state(Condition.State state, String message) {
    return new ScenarioRevision.State(
        "Ready",
        state,
        Duration.ofSeconds(20),
        Optional.empty(),
        Optional.of(message).filter(text -> !text.isEmpty()));
  }

  static Scenario.Traffic share(int percent) {
    return Scenario.Traffic.latest(percent);
  }

  static Scenario.Traffic share(String revision, int percent) {
    return Scenario.Traffic.to(revision, percent);
  }

  static Scenario.Traffic tagged(String revision, String tag) {
    return Scenario.Traffic.to(revision, 0).tagged(tag);
  }

  static Scenario.Route route(int status, String body) {
    return new Scenario.Route(
        "GET",
        "/health",
        status,
        body,
        Map.of("Content-Type", "application/json"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
