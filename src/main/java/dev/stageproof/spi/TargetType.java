package dev.stageproof.spi;

import dev.stageproof.model.Change;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Identity;
import java.util.List;
import java.util.Optional;

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

  /**
   * What to configure for a target.
   *
   * @param seen the target as it is; empty when it could not be looked at, which gives a start to
   *     be completed by hand
   */
  Suggestion.Set suggest(Optional<O> seen);

  /**
   * The command that grants an account what it lacks.
   *
   * @param member the account as the platform's access policies name it
   */
  String grant(TargetSettings settings, Permission missing, String member);
}
