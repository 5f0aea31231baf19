package dev.stageproof.samples;

import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.List;

public final class PingType implements CheckType<PingSettings> {
  @Override
  public String name() {
    return "ping";
  }

  @Override
  public String title() {
    return "Ping sample";
  }

  @Override
  public Class<PingSettings> settingsType() {
    return PingSettings.class;
  }

  @Override
  public CheckPlan plan(PingSettings settings, CheckContext context) {
    return CheckPlan.impossible(Gap.of(GapReason.INTERNAL, "a sample", "ask nothing of it"));
  }

  @Override
  public Evaluation evaluate(
      PingSettings settings, CheckContext context, Observations observations) {
    return Evaluation.of("a sample", List.of());
  }
}
