package dev.stageproof.spi;

import dev.stageproof.model.Change;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Identity;
import java.util.List;

/**
 * Tells how a platform names what is under test. Pure, like a check: it asks and interprets, a
 * probe looks.
 *
 * @param <O> the observation that identifies the target
 */
public interface TargetType<O extends Observation> {

  /** The look that identifies the target. */
  Request<O> plan(TargetSettings settings);

  /** The target as the platform names it. */
  Identity identify(TargetSettings settings, O observation);

  /** How the revision under test is configured. */
  Configuration configuration(O observation);

  /**
   * What changed about the target between two looks at it that asked for the same thing; empty when
   * the verdict of a run between the two needs no qualification.
   */
  List<Change> movement(O start, O end);
}
