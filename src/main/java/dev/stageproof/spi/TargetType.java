package dev.stageproof.spi;

import dev.stageproof.model.Identity;

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
}
