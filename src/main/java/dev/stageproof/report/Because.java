package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why a claim has its answer, short enough for a cell: the deciding checks, and what each found.
 *
 * @param reasons the deciding checks that are shown; none when no check is bound to the claim
 * @param more "and 2 more"; empty when all deciding checks are shown
 */
public record Because(List<Reason> reasons, Optional<String> more) {
  private static final int SHOWN = 3;

  /** About four lines of a phone, for all reasons of a claim together. */
  static final int LIMIT = 120;

  /**
   * One check and its answer in a few words.
   *
   * @param check its id, linked to its own part
   * @param text its answer
   */
  public record Reason(Link check, String text) {}

  /** What decides: every check when all passed, the failed ones, or those that left it open. */
  static Because of(ClaimResult result, Draft draft) {
    List<String> ids =
        result.claim().checks().stream()
            .distinct()
            .filter(id -> decides(result.answer()).test(outcome(id, draft)))
            .toList();
    List<String> shown = ids.subList(0, Math.min(SHOWN, ids.size()));
    int room = LIMIT / Math.max(1, shown.size());
    return new Because(
        shown.stream().map(id -> reason(id, room, draft)).toList(),
        ids.size() > SHOWN
            ? Optional.of("and " + Figures.count(ids.size() - SHOWN) + " more")
            : Optional.empty());
  }

  private static Predicate<Outcome> decides(ClaimResult.Answer answer) {
    return switch (answer) {
      case VERIFIED -> outcome -> true;
      case REFUTED -> outcome -> outcome == Outcome.FAIL;
      case NOT_VERIFIED -> outcome -> outcome != Outcome.PASS;
    };
  }

  private static Outcome outcome(String id, Draft draft) {
    return draft.check(id).map(CheckResult::outcome).orElse(Outcome.SKIPPED);
  }

  private static Reason reason(String id, int room, Draft draft) {
    String answer = draft.check(id).map(CheckResult::headline).orElse("not part of this run");
    return new Reason(draft.link(id), Brief.of(answer, room));
  }
}
