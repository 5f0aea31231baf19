package dev.stageproof.checks.lognovelty;

import dev.stageproof.checks.logs.Headlines;
import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.time.Duration;
import java.util.List;

/** Compares what the log of the revision under test says with what a log before it said. */
public final class LogNoveltyCheck implements CheckType<LogNoveltySettings> {

  @Override
  public String name() {
    return "log-novelty";
  }

  @Override
  public String title() {
    return "Log novelty";
  }

  @Override
  public Section section() {
    return Section.LOGS;
  }

  @Override
  public Class<LogNoveltySettings> settingsType() {
    return LogNoveltySettings.class;
  }

  @Override
  public Duration timeout(LogNoveltySettings settings) {
    return settings.read().timeout();
  }

  @Override
  public CheckPlan plan(LogNoveltySettings settings, CheckContext context) {
    return settings.look().plan(context);
  }

  @Override
  public Evaluation evaluate(
      LogNoveltySettings settings, CheckContext context, Observations observations) {
    LogReading reading = settings.look().reading(context, observations);
    Signatures signatures = Signatures.of(settings, reading);
    NoveltyRule rule = new NoveltyRule(settings, reading, signatures);
    List<Assertion> assertions = reading.rules().settle(List.of(rule.statement()));
    NoveltyFindings findings = NoveltyFindings.of(settings, reading, signatures);
    return reading.evaluation(
        findings.headline() + Headlines.open(assertions.subList(1, assertions.size())),
        assertions,
        findings.metrics(assertions.get(0)),
        findings.excerpts(),
        findings.comparison().stream().toList(),
        findings.listed());
  }
}
