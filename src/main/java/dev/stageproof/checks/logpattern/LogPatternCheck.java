package dev.stageproof.checks.logpattern;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Hits;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.List;
import java.util.Optional;

/** Looks for a pattern in the log of the revision under test. */
public final class LogPatternCheck implements CheckType<LogPatternSettings> {

  @Override
  public String name() {
    return "log-pattern";
  }

  @Override
  public String title() {
    return "Log pattern";
  }

  @Override
  public Section section() {
    return Section.LOGS;
  }

  @Override
  public Class<LogPatternSettings> settingsType() {
    return LogPatternSettings.class;
  }

  @Override
  public CheckPlan plan(LogPatternSettings settings, CheckContext context) {
    if (context.target() instanceof CheckContext.Unknown unknown) {
      return CheckPlan.impossible(unknown.gap());
    }
    if (context.window().isEmpty()) {
      return CheckPlan.impossible(
          Gap.of(
              GapReason.UNKNOWN_TARGET,
              "no window of time to search the log in",
              "give `window.since` in the configuration, or --since"));
    }
    return CheckPlan.ask(request(settings, context));
  }

  @Override
  public Evaluation evaluate(
      LogPatternSettings settings, CheckContext context, Observations observations) {
    LogReadRequest request = request(settings, context);
    LogReadObservation seen = observations.of(request);
    Hits hits = seen.hitsOf(settings.matcher());
    ExposureRules exposure =
        new ExposureRules(
            settings.exposure(), seen, request.window(), identity(context).deployedAt());
    List<Assertion> assertions =
        new HitRule(settings.bounds(), hits.count(), seen.entries(), exposure).assertions();
    return new Evaluation(
        Headline.of(hits, seen, request.window(), assertions),
        assertions,
        LogMetrics.of(hits, seen, assertions.get(0)),
        hits.first().stream().map(LogPatternCheck::excerpt).toList(),
        Optional.of(Coverage.of(seen, request.window())),
        Optional.empty());
  }

  /** The line as the log has it, with its severity: a WARNING must not hide under a pass. */
  private static Excerpt excerpt(Line line) {
    return new Excerpt(
        line.log(), Optional.of(line.at()), Optional.of(line.severity().name()), line.text());
  }

  private static LogReadRequest request(LogPatternSettings settings, CheckContext context) {
    Identity identity = identity(context);
    return new LogReadRequest(
        new LogSource(
            identity.project(), identity.region(), identity.service(), identity.revision()),
        context.window().orElseThrow(),
        LogQuestions.matching(settings.matcher()),
        settings.maxEntries(),
        new Watermarking(How.NEWEST_ENTRY, settings.maxLag(), Optional.empty()));
  }

  private static Identity identity(CheckContext context) {
    return ((CheckContext.Known) context.target()).identity();
  }
}
