package dev.stageproof.engine;

import dev.stageproof.model.Gap;
import dev.stageproof.spi.CheckPlan;

/** What is to be done with a check: look for it, or say why not. */
sealed interface Step {

  /** The check says what it needs to see, and may see it. */
  record Run(CheckPlan.Ask plan) implements Step {}

  /** The check could not say what it needs to see. */
  record Unplanned(Gap gap) implements Step {}

  /** The check is not allowed to look. */
  record Skip(Gap gap) implements Step {}

  /** Not part of this run: nobody who follows the run wants to hear of it. */
  record Omit(Gap gap) implements Step {}
}
