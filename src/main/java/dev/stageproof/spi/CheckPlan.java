package dev.stageproof.spi;

import dev.stageproof.model.Gap;
import java.util.List;

/** What a check needs to see, or why it can't say. */
public sealed interface CheckPlan {

  /** The looks that the check needs; at least one. */
  record Ask(List<Request<?>> requests) implements CheckPlan {
    public Ask {
      requests = List.copyOf(requests);
      if (requests.isEmpty()) {
        throw new IllegalArgumentException("a check that asks for nothing proves nothing");
      }
    }
  }

  /** The check can't be planned, for instance because the target is not known: INCONCLUSIVE. */
  record Impossible(Gap gap) implements CheckPlan {}

  static CheckPlan ask(Request<?>... requests) {
    return new Ask(List.of(requests));
  }

  static CheckPlan impossible(Gap gap) {
    return new Impossible(gap);
  }
}
