package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Waiver;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the log checks of a run found, wherever in the report they stand: what is to be seen first,
 * what was expected last.
 *
 * @param kind "Positive indicators", "Absences"
 * @param items one for each check
 */
public record LogFound(String kind, List<Item> items) {
  private static final int ANSWER_LIMIT = 100;

  /**
   * One check.
   *
   * @param check its id, linked to its own part
   * @param text its answer with its denominator, and the severity of the lines
   */
  public record Item(Link check, String text) {}

  static List<LogFound> of(Draft draft) {
    Map<LogKind, List<Item>> kinds = new EnumMap<>(LogKind.class);
    for (CheckResult check : draft.run().checks()) {
      kindOf(check, draft.run())
          .ifPresent(
              kind -> kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(item(check, draft)));
    }
    return kinds.entrySet().stream()
        .map(kind -> new LogFound(kind.getKey().heading(), List.copyOf(kind.getValue())))
        .toList();
  }

  static Optional<LogKind> kindOf(CheckResult check, RunRecord run) {
    return LogKind.of(check, Draft.waiverOf(run, check).isPresent());
  }

  private static Item item(CheckResult check, Draft draft) {
    String severities =
        check.evaluation().map(Evaluation::excerpts).orElse(List.of()).stream()
            .flatMap(excerpt -> excerpt.level().stream())
            .map(ForeignText::line)
            .distinct()
            .collect(Collectors.joining(", "));
    String answer = Brief.of(check.headline(), ANSWER_LIMIT);
    return new Item(
        draft.link(check),
        answer
            + (severities.isEmpty() ? "" : " · " + severities)
            + (check.blocking() ? "" : " · advisory")
            + Draft.waiverOf(draft.run(), check).map(LogFound::until).orElse(""));
  }

  private static String until(Waiver waiver) {
    return " · waived by " + ForeignText.line(waiver.id()) + " until " + waiver.expires();
  }
}
