package dev.stageproof.report;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long each answer took that a check got, over all of its attempts.
 *
 * @param summary "5 answers in 4 attempts, 2.06 ms to 43 ms"
 * @param chart in the order of the answers; where there are many, a bar for each few of them
 */
public record Latencies(String summary, Chart chart) {

  /** As many as a time line of a log has at most. */
  private static final int BARS = 60;

  private static final String KIND = "http";

  /**
   * One answer.
   *
   * @param status the HTTP status; empty when the record does not have it
   */
  private record Answer(int attempt, Optional<Object> status, Duration took) {}

  /** Empty where there are no two answers to compare. */
  static Optional<Latencies> of(CheckResult check, Draft draft) {
    List<Answer> answers =
        check.attempts().stream().flatMap(attempt -> answers(attempt, draft).stream()).toList();
    return answers.size() < 2
        ? Optional.empty()
        : Optional.of(new Latencies(summary(answers, check), chart(answers)));
  }

  private static List<Answer> answers(Attempt attempt, Draft draft) {
    return attempt.evidence().stream()
        .flatMap(id -> draft.index().evidence(id).stream())
        .filter(item -> item.kind().equals(KIND))
        .flatMap(item -> samples(item).stream())
        .flatMap(sample -> answer(attempt.number(), sample).stream())
        .toList();
  }

  private static List<?> samples(Evidence item) {
    return item.data().get("samples") instanceof List<?> samples ? samples : List.of();
  }

  /** A record of other origin may hold anything: what is no answer is left out. */
  private static Optional<Answer> answer(int attempt, Object sample) {
    if (sample instanceof Map<?, ?> answer
        && answer.get("phases") instanceof Map<?, ?> phases
        && phases.get("total") instanceof String total) {
      return length(total)
          .map(took -> new Answer(attempt, Optional.ofNullable(answer.get("status")), took));
    }
    return Optional.empty();
  }

  private static Optional<Duration> length(String iso) {
    try {
      return Optional.of(Duration.parse(iso)).filter(length -> !length.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String summary(List<Answer> answers, CheckResult check) {
    List<Duration> sorted = answers.stream().map(Answer::took).sorted().toList();
    int attempts = check.attempts().size();
    return Figures.count(answers.size(), "answer", "answers")
        + (attempts > 1 ? " in " + Figures.count(attempts, "attempt", "attempts") : "")
        + ", "
        + Figures.duration(sorted.get(0))
        + " to "
        + Figures.duration(sorted.get(sorted.size() - 1))
        + (answers.size() > BARS ? "; each bar is the slowest of up to " + few(answers) : "");
  }

  private static int few(List<Answer> answers) {
    return (answers.size() + BARS - 1) / BARS;
  }

  private static Chart chart(List<Answer> answers) {
    List<Chart.Amount> amounts = new ArrayList<>();
    int few = few(answers);
    for (int i = 0; i < answers.size(); i += few) {
      List<Answer> those = answers.subList(i, Math.min(answers.size(), i + few));
      Answer slowest = those.stream().max(Comparator.comparing(Answer::took)).orElseThrow();
      amounts.add(
          new Chart.Amount(
              name(i + 1, slowest), Figures.duration(slowest.took), slowest.took.toNanos()));
    }
    return Chart.of(amounts);
  }

  private static String name(int number, Answer answer) {
    String status = answer.status.map(it -> ", status " + it).orElse("");
    return ForeignText.line(number + ", attempt " + answer.attempt + status);
  }
}
