package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Condition;
import dev.stageproof.observe.DeploymentObservation.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the deployment is done and serves. While the platform is still at work, what it says is
 * transient and decides nothing.
 *
 * @param least the lowest share of the traffic, in percent
 * @param describe the command that shows the state again
 */
record ReadinessRules(Expect expect, int least, DeploymentObservation seen, String describe) {

  List<Assertion> assertions() {
    List<Assertion> all = new ArrayList<>();
    if (expect.ready()) {
      all.add(serviceReady());
      all.add(generation());
      all.add(revisionReady());
    }
    if (expect.latest()) {
      all.add(latest());
    }
    if (least > 0) {
      all.add(traffic());
    }
    return all;
  }

  /** What does not depend on which revision is the newest and serves. */
  List<Assertion> ofRevision() {
    return expect.ready() ? List.of(revisionReady()) : List.of();
  }

  private Assertion serviceReady() {
    Service service = seen.service();
    String actual = service.terminal().map(Conditions::words).orElse("no condition");
    if (service.reconciling()) {
      return unsettled("service ready", "SUCCEEDED", "reconciling, " + actual);
    }
    String state = service.terminal().map(Condition::state).orElse("");
    return settled("service ready", "SUCCEEDED", actual, state);
  }

  private Assertion generation() {
    Service service = seen.service();
    String expected = "generation " + service.generation();
    String actual = "generation " + service.observedGeneration();
    return service.generation() == service.observedGeneration()
        ? Assertion.of("generation served", expected, actual, true)
        : unsettled("generation served", expected, actual);
  }

  private Assertion revisionReady() {
    String actual = Conditions.told(seen.revision());
    return settled("revision ready", "SUCCEEDED", actual, Conditions.decision(seen.revision()));
  }

  private Assertion settled(String what, String expected, String actual, String state) {
    return switch (state) {
      case Conditions.SUCCEEDED -> Assertion.of(what, expected, actual, true);
      case Conditions.FAILED -> failed(what, expected, actual);
      default -> unsettled(what, expected, actual);
    };
  }

  private Assertion failed(String what, String expected, String actual) {
    Optional<String> help = seen.revision().logUri().map(log -> "read the revision's log: " + log);
    return new Assertion(what, expected, actual, Outcome.FAIL, help);
  }

  private Assertion latest() {
    Service service = seen.service();
    boolean same = service.latestReady().equals(service.latestCreated());
    return transientUnless(
        same, Assertion.of("latest ready revision", service.latestCreated(), latestReady(), same));
  }

  private String latestReady() {
    return seen.service().latestReady().isEmpty() ? "none" : seen.service().latestReady();
  }

  private Assertion traffic() {
    int share = TrafficShare.of(seen);
    return transientUnless(
        share >= least,
        Assertion.of(
            "traffic to " + seen.revision().name(),
            "at least " + least + " %",
            share + " %",
            share >= least));
  }

  private Assertion transientUnless(boolean holds, Assertion assertion) {
    return holds || !seen.service().reconciling()
        ? assertion
        : unsettled(assertion.what(), assertion.expected(), assertion.actual());
  }

  private Assertion unsettled(String what, String expected, String actual) {
    return Assertion.unsettled(
        what,
        expected,
        actual,
        "run again when the deployment has settled; see `" + describe + "`");
  }
}
