package dev.stageproof.spi;

import dev.stageproof.model.Gap;
import java.util.Optional;

/**
 * What one look showed, or why it showed nothing.
 *
 * @param <O> what the look shows
 */
public sealed interface Sight<O extends Observation> {

  /** Something was seen. */
  record Seen<O extends Observation>(O observation) implements Sight<O> {}

  /** Nothing was seen. */
  record Unseen<O extends Observation>(Gap why) implements Sight<O> {}

  /** What was seen, if anything was. */
  default Optional<O> seen() {
    return this instanceof Seen<O> seen ? Optional.of(seen.observation()) : Optional.empty();
  }

  /** Why nothing was seen, if nothing was. */
  default Optional<Gap> gap() {
    return this instanceof Unseen<O> unseen ? Optional.of(unseen.why()) : Optional.empty();
  }
}
