package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Evaluation;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;

/** Asks what Python can import: an interpreter, or the source in an image. */
public final class PythonImportCheck implements CheckType<PythonImportSettings> {

  @Override
  public String name() {
    return "python-import";
  }

  @Override
  public String title() {
    return "Python imports";
  }

  @Override
  public Class<PythonImportSettings> settingsType() {
    return PythonImportSettings.class;
  }

  @Override
  public CheckPlan plan(PythonImportSettings settings, CheckContext context) {
    return Place.of(settings, context).plan();
  }

  @Override
  public Evaluation evaluate(
      PythonImportSettings settings, CheckContext context, Observations observations) {
    return Place.of(settings, context).evaluate(observations);
  }
}
