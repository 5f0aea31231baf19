package dev.stageproof.config;

import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.List;

/** A check type of nothing but a name and settings. */
record SampleType<C extends Record>(String name, Class<C> settingsType) implements CheckType<C> {

  static <C extends Record> SampleType<C> of(String name, Class<C> settings) {
    return new SampleType<>(name, settings);
  }

  @Override
  public String title() {
    return name;
  }

  @Override
  public CheckPlan plan(C settings, CheckContext context) {
    return CheckPlan.impossible(Gap.of(GapReason.INTERNAL, "a sample", "ask nothing of it"));
  }

  @Override
  public Evaluation evaluate(C settings, CheckContext context, Observations observations) {
    return Evaluation.of("a sample", List.of());
  }
}
