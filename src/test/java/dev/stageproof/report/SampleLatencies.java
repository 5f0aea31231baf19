package dev.stageproof.report;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.RunRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A run whose health check kept each answer, as probes do. */
public final class SampleLatencies {
  private SampleLatencies() {}

  /** Two attempts: three answers at the first, two at the second. */
  public static RunRecord sampled() {
    return seen(
        Map.of(
            "e1", List.of(answer(503, "PT8.04S"), answer(503, "PT8.021S"), answer(200, "PT0.212S")),
            "e3", List.of(answer(503, "PT8.0305S"), answer(503, "PT0.9S"))));
  }

  /** The unhealthy run with these samples as the data of its evidence. */
  static RunRecord seen(Map<String, List<?>> samples) {
    RunRecord run = SampleRuns.unhealthy();
    List<Evidence> evidence =
        run.evidence().stream()
            .map(
                item ->
                    samples.containsKey(item.id())
                        ? Altered.with(item, "data", Map.of("samples", samples.get(item.id())))
                        : item)
            .toList();
    return Altered.with(run, "evidence", evidence);
  }

  /** An answer as the record holds it. */
  static Map<String, Object> answer(int status, String took) {
    return new TreeMap<>(Map.of("status", status, "phases", Map.of("total", took)));
  }

  /**
   * As many checks as wanted, each with an id, evidence and foreign lines of its own, as large runs
   * have them.
   */
  public static RunRecord many(int checks, int lines) {
    RunRecord run = sampled();
    List<CheckResult> results =
        IntStream.rangeClosed(1, checks)
            .mapToObj(i -> numbered(run.checks().get(i % run.checks().size()), i, lines))
            .toList();
    List<Evidence> evidence =
        IntStream.rangeClosed(1, checks)
            .mapToObj(i -> run.evidence().get(i % run.evidence().size()).withId("e" + i))
            .toList();
    return Altered.with(Altered.with(run, "checks", results), "evidence", evidence);
  }

  private static CheckResult numbered(CheckResult check, int number, int lines) {
    List<Excerpt> excerpts =
        IntStream.rangeClosed(1, lines)
            .mapToObj(i -> Excerpt.of("log", "line " + i + " of check " + number + ", as <logged>"))
            .toList();
    List<Attempt> attempts =
        check.attempts().stream()
            .map(attempt -> Altered.with(attempt, "evidence", List.of("e" + number)))
            .map(attempt -> evaluated(attempt, excerpts))
            .toList();
    return Altered.with(check, "id", check.id() + "-" + number).withAttempts(attempts);
  }

  private static Attempt evaluated(Attempt attempt, List<Excerpt> excerpts) {
    return Altered.with(attempt, "evaluation", attempt.evaluation().withExcerpts(excerpts));
  }
}
