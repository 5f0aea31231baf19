package dev.stageproof.samples;

import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.List;

public final class GrepType implements CheckType<GrepSettings> {
  @Override
  public String name() {
    return "grep";
  }

  @Override
  public String title() {
    return "Grep sample";
  }

  @Override
  public Class<GrepSettings> settingsType() {
    return GrepSettings.class;
  }

  @Override
  public CheckPlan plan(GrepSettings settings, CheckContext context) {
    return CheckPlan.impossible(Gap.of(GapReason.INTERNAL, "a sample", "ask nothing of it"));
  }

  @Override
  public Evaluation evaluate(
      GrepSettings settings, CheckContext context, Observations observations) {
    return Evaluation.of("a sample", List.of());
  }
}
