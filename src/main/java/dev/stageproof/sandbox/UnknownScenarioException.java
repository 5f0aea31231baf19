package dev.stageproof.sandbox;

import java.util.List;

/** A scenario was named that does not exist; the message lists those that do. */
public final class UnknownScenarioException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownScenarioException(String name, List<String> known) {
    super("unknown scenario `" + name + "`; known scenarios: " + String.join(", ", known));
  }
}
