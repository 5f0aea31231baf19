package dev.stageproof.probes.pythonimage;

import dev.stageproof.observe.ImagePythonObservation.Definition;
import dev.stageproof.observe.ImagePythonObservation.Presence;
import dev.stageproof.observe.ImagePythonObservation.Spot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a name leads.
 *
 * @param why in words, unless it is PRESENT and defined
 * @param definition empty when it is not known
 * @param through the lines on the way, the first one first
 * @param visited the names of the modules on the way, which are imported with it
 */
record Resolution(
    Presence presence,
    String why,
    Optional<Definition> definition,
    List<Spot> through,
    Set<String> visited) {

  static Resolution defined(Module in, Definition definition) {
    return new Resolution(
        Presence.PRESENT, "", Optional.of(definition), List.of(), Set.of(in.name()));
  }

  /** It is there; what it is is not known. */
  static Resolution somehow(Module in, String why) {
    return new Resolution(Presence.PRESENT, why, Optional.empty(), List.of(), Set.of(in.name()));
  }

  static Resolution not(Presence presence, String why) {
    return new Resolution(presence, why, Optional.empty(), List.of(), Set.of());
  }

  boolean present() {
    return presence == Presence.PRESENT;
  }

  /** The same with one more line before it. */
  Resolution after(Module module, int line) {
    List<Spot> longer = new ArrayList<>();
    longer.add(module.at(line));
    longer.addAll(through);
    Set<String> more = new LinkedHashSet<>(visited);
    more.add(module.name());
    return new Resolution(presence, why, definition, List.copyOf(longer), more);
  }
}
