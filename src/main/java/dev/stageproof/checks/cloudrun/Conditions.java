package dev.stageproof.checks.cloudrun;

import dev.stageproof.observe.DeploymentObservation.Condition;
import dev.stageproof.observe.DeploymentObservation.Revision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Interprets conditions. "Ready" sums the others up; others alone, such as "Active" of a retired
 * revision, may fail without harm.
 */
final class Conditions {
  static final String SUCCEEDED = "SUCCEEDED";
  static final String FAILED = "FAILED";
  private static final String SUM = "Ready";

  private Conditions() {}

  /** The conditions that decide: "Ready" alone where it is given, else all. */
  static List<Condition> deciding(List<Condition> conditions) {
    List<Condition> ready =
        conditions.stream().filter(condition -> condition.type().equals(SUM)).toList();
    return ready.isEmpty() ? conditions : ready;
  }

  /** One state for several: FAILED if any is, SUCCEEDED if all are, else something in between. */
  static String state(List<Condition> conditions) {
    List<String> states = conditions.stream().map(Condition::state).distinct().toList();
    if (states.contains(FAILED)) {
      return FAILED;
    }
    return states.size() == 1 ? states.get(0) : "";
  }

  /** True when what decides says so; a state in between is not ready. */
  static boolean ready(List<Condition> conditions) {
    return state(deciding(conditions)).equals(SUCCEEDED);
  }

  /** One state for what decides about a revision. */
  static String decision(Revision revision) {
    return state(deciding(revision.conditions()));
  }

  /** What decides about a revision, in words. */
  static String told(Revision revision) {
    return words(deciding(revision.conditions()), revision.conditions());
  }

  /** The deciding conditions and, when one of them failed, every other that did. */
  static String words(List<Condition> deciding, List<Condition> all) {
    boolean failed = state(deciding).equals(FAILED);
    List<Condition> told =
        all.stream()
            .filter(
                condition ->
                    deciding.contains(condition) || (failed && condition.state().equals(FAILED)))
            .toList();
    return told.isEmpty()
        ? "no conditions"
        : told.stream().map(Conditions::words).collect(Collectors.joining("; "));
  }

  /** "Ready FAILED, HEALTH_CHECK_CONTAINER_ERROR: the container did not listen". */
  static String words(Condition condition) {
    String state = condition.type() + " " + condition.state();
    String why =
        Stream.of(condition.reason(), condition.message())
            .flatMap(part -> part.stream())
            .collect(Collectors.joining(": "));
    return why.isEmpty() ? state : state + ", " + why;
  }
}
