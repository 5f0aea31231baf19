package dev.stageproof.gate;

import dev.stageproof.shape.Nearest;
import java.util.Collection;

/** Says that a name is not known, which names are, and which one may have been meant. */
final class Names {
  private Names() {}

  static UsageException unknown(String what, String name, Collection<String> known) {
    String meant = Nearest.to(name, known).map(near -> "; did you mean `" + near + "`?").orElse("");
    return new UsageException(
        "no "
            + what
            + " is called `"
            + name
            + "`"
            + meant
            + "\n  known: "
            + String.join(", ", known));
  }
}
