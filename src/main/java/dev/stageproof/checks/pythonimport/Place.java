package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Evaluation;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observations;

/**
 * Where imports are looked for. A place knows what to ask for and what came of it; what is expected
 * is judged in one way for all places.
 */
sealed interface Place permits LocalPlace, ImagePlace, JobPlace {

  CheckPlan plan();

  /** To be asked only when the plan was possible and what it needs was seen. */
  Evaluation evaluate(Observations observations);

  static Place of(PythonImportSettings settings, CheckContext context) {
    return switch (settings.where()) {
      case IMAGE -> new ImagePlace(settings, context);
      case LOCAL -> new LocalPlace(settings, context);
      case CLOUD_RUN_JOB -> new JobPlace(settings, context);
    };
  }
}
