package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.Change;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.Service;
import dev.stageproof.observe.DeploymentObservation.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changed between two looks at the same deployment, as far as it qualifies a verdict that was
 * found between them.
 */
record Movement(DeploymentObservation start, DeploymentObservation end) {

  List<Change> changes() {
    List<Change> all = new ArrayList<>();
    Service before = start.service();
    Service after = end.service();
    String tested = start.revision().name();
    moved(all, "latest ready revision", before.latestReady(), after.latestReady());
    if (all.isEmpty()) {
      moved(all, "revision that was asked for", tested, end.revision().name());
    }
    moved(all, "latest created revision", before.latestCreated(), after.latestCreated());
    traffic(all);
    tags(all);
    moved(all, "service", state(before), state(after));
    condition(all);
    moved(all, "generation of the service", text(before.generation()), text(after.generation()));
    return List.copyOf(all);
  }

  private static void moved(List<Change> all, String what, String before, String after) {
    if (!before.equals(after)) {
      all.add(new Change(what, known(before), known(after)));
    }
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(given -> !given.isEmpty());
  }

  private static String text(long number) {
    return String.valueOf(number);
  }

  private static String state(Service service) {
    return service.reconciling() ? "reconciling" : "settled";
  }

  private void traffic(List<Change> all) {
    Map<String, Integer> before = shares(start.service());
    Map<String, Integer> after = shares(end.service());
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      moved(
          all,
          "traffic to " + name,
          before.getOrDefault(name, 0) + " %",
          after.getOrDefault(name, 0) + " %");
    }
  }

  private static Map<String, Integer> shares(Service service) {
    Map<String, Integer> shares = new TreeMap<>();
    service.traffic().forEach(part -> shares.merge(part.revision(), part.percent(), Integer::sum));
    return shares;
  }

  private void tags(List<Change> all) {
    Map<String, String> before = tagged(start.service());
    Map<String, String> after = tagged(end.service());
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      moved(
          all, "traffic tag " + name, before.getOrDefault(name, ""), after.getOrDefault(name, ""));
    }
  }

  private static Map<String, String> tagged(Service service) {
    Map<String, String> tags = new TreeMap<>();
    for (Traffic part : service.traffic()) {
      part.tag().ifPresent(tag -> tags.put(tag, part.revision()));
    }
    return tags;
  }

  /** Of two different revisions the conditions can't be compared. */
  private void condition(List<Change> all) {
    Revision before = start.revision();
    Revision after = end.revision();
    boolean same = before.name().equals(after.name());
    if (same && !Conditions.decision(before).equals(Conditions.decision(after))) {
      moved(all, "revision " + before.name(), Conditions.told(before), Conditions.told(after));
    }
  }
}
