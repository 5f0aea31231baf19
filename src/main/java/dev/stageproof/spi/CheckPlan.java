package dev.stageproof.spi;

import static java.util.function.Predicate.not;

import dev.stageproof.model.Gap;
import java.util.List;
import java.util.stream.Stream;

/** What a check needs to see, or why it can't say. */
public sealed interface CheckPlan {

  /**
   * The looks that the check needs.
   *
   * @param requests without an answer to each of them the check is INCONCLUSIVE; at least one
   * @param helpful looks that the check can do without; {@link Observations#sight} tells what came
   */
  record Ask(List<Request<?>> requests, List<Request<?>> helpful) implements CheckPlan {
    public Ask {
      requests = List.copyOf(requests);
      helpful = helpful.stream().filter(not(requests::contains)).distinct().toList();
      if (requests.isEmpty()) {
        throw new IllegalArgumentException("a check that asks for nothing proves nothing");
      }
    }

    /** Every look, the needed ones first. */
    public List<Request<?>> all() {
      return Stream.concat(requests.stream(), helpful.stream()).toList();
    }
  }

  /** The check can't be planned, for instance because the target is not known: INCONCLUSIVE. */
  record Impossible(Gap gap) implements CheckPlan {}

  static CheckPlan ask(Request<?>... requests) {
    return new Ask(List.of(requests), List.of());
  }

  static CheckPlan impossible(Gap gap) {
    return new Impossible(gap);
  }
}
