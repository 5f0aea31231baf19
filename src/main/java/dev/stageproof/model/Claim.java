package dev.stageproof.model;

import java.util.List;

/** A sentence that the report makes, bound to the checks that back it. */
@Doc("A sentence that the report makes, bound to the checks that back it.")
public record Claim(
    @Doc(value = "The sentence.", example = "The deprecated factory is gone.") String text,
    @Doc(value = "Ids of the checks that back it.", example = "[factory-removed]", required = true)
        List<String> checks) {
  public Claim {
    checks = List.copyOf(checks);
  }
}
