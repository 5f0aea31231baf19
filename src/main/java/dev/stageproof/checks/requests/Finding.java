package dev.stageproof.checks.requests;

import dev.stageproof.model.Outcome;
import java.util.Optional;

/**
 * What one answer shows about one expectation.
 *
 * @param actual what was seen, in words
 * @param settle what would settle or mend it
 */
public record Finding(String actual, Outcome outcome, Optional<String> settle) {

  public static Finding of(String actual, boolean holds) {
    return new Finding(actual, holds ? Outcome.PASS : Outcome.FAIL, Optional.empty());
  }

  public static Finding failed(String actual, Optional<String> advice) {
    return new Finding(actual, Outcome.FAIL, advice);
  }

  public static Finding unsettled(String actual, String settle) {
    return new Finding(actual, Outcome.INCONCLUSIVE, Optional.of(settle));
  }
}
