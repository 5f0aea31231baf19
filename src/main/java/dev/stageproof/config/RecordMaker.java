package dev.stageproof.config;

import dev.stageproof.model.InvalidSetting;
import dev.stageproof.shape.Components;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes records of their components, and reports what their constructors refuse. */
record RecordMaker(Problems problems, Variables variables) {

  /**
   * The record; empty when it refused its components and that was reported.
   *
   * @param mark where the variables used for the components begin
   */
  Optional<Record> make(
      Class<? extends Record> type, Object[] parts, Entries entries, Slot slot, int mark) {
    try {
      return Optional.of(Components.create(type, parts));
    } catch (IllegalArgumentException e) {
      refused(e, entries, slot, mark);
      return Optional.empty();
    }
  }

  private void refused(IllegalArgumentException e, Entries entries, Slot slot, int mark) {
    String key = e instanceof InvalidSetting setting ? setting.key() : "";
    Optional<Node> blamed = entries.find(key).map(RecordMaker::place);
    Span place = blamed.map(Span::of).orElse(slot.place());
    String whole = key.isEmpty() ? slot.label() : "`" + key + "`";
    String message = Optional.ofNullable(e.getMessage()).orElse(whole + " is not allowed");
    if (blamed.filter(Expansion::holdsReference).isPresent() || variables.tells(message, mark)) {
      String instead = whole + " does not take the value of this variable";
      problems.add(place, instead, "see what the variable holds; it is not shown here");
    } else {
      problems.add(place, message, Optional.empty());
    }
  }

  /** A list or a map is shown by its key. */
  private static Node place(Entries.Entry entry) {
    return entry.value() instanceof ScalarNode ? entry.value() : entry.key();
  }
}
