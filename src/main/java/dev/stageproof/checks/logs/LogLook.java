package dev.stageproof.checks.logs;

import dev.stageproof.model.Gap;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one log check wants to know, and of whom.
 *
 * @param baseline what to compare with; the same questions are asked there
 */
public record LogLook(
    ReadSettings read,
    ExposureSettings exposure,
    Optional<BaselineSettings> baseline,
    LogQuestions questions) {

  /** One read, and another one for the baseline if there is any. */
  public CheckPlan plan(CheckContext context) {
    Sources sources = new Sources(read, questions, context);
    Optional<Gap> gap = sources.gap();
    if (gap.isPresent()) {
      return CheckPlan.impossible(gap.get());
    }
    List<Request<?>> requests =
        Stream.concat(Stream.of(sources.tested()), baseline.flatMap(sources::baseline).stream())
            .<Request<?>>map(AskedLog::request)
            .toList();
    return new CheckPlan.Ask(requests, List.of());
  }

  /** What the planned reads showed. */
  public LogReading reading(CheckContext context, Observations observations) {
    Sources sources = new Sources(read, questions, context);
    SeenLog tested = seen(sources.tested(), observations);
    Optional<SeenLog> before =
        baseline.flatMap(sources::baseline).map(asked -> seen(asked, observations));
    Optional<Gap> missing =
        baseline.isPresent() && before.isEmpty()
            ? Optional.of(sources.noBaseline())
            : Optional.empty();
    ExposureRules rules =
        new ExposureRules(exposure, read.watermark(), sources.live(), tested, sources.settled());
    return new LogReading(tested, before, missing, rules);
  }

  private SeenLog seen(AskedLog asked, Observations observations) {
    return new SeenLog(asked.source(), observations.of(asked.request()), questions);
  }
}
