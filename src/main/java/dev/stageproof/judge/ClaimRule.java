package dev.stageproof.judge;

import dev.stageproof.judge.Contradiction.Doubt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.ClaimResult.Answer;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sentence says more than its checks do: it calls itself passed while a check of it is not
 * settled, or the run passes while it does not hold, because its checks don't hold the verdict up.
 *
 * <p>A sentence that a check refutes is no contradiction where the verdict is not PASS: the report
 * says so beside it. Notes are not looked at, since nothing verifies them.
 */
final class ClaimRule implements Contradiction.Rule {

  /** Words by which a sentence announces a result of its own. */
  private static final Pattern ANNOUNCES =
      Pattern.compile(
          "\\b(?:pass(?:es|ed)?|verified|validated|confirmed|proven|successful(?:ly)?|success"
              + "|production[- ]ready|ready for production)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<Contradiction> in(Seen seen) {
    return seen.claims().stream()
        .filter(claim -> claim.answer() != Answer.VERIFIED)
        .flatMap(claim -> of(claim, seen).stream())
        .toList();
  }

  private static Optional<Contradiction> of(ClaimResult claim, Seen seen) {
    List<CheckResult> bound =
        seen.checks().filter(check -> claim.claim().checks().contains(check.id())).toList();
    List<CheckResult> unsettled =
        bound.stream().filter(check -> !check.outcome().settled()).toList();
    if (!unsettled.isEmpty() && ANNOUNCES.matcher(claim.claim().text()).find()) {
      return Optional.of(announced(claim, unsettled));
    }
    boolean doubted = bound.stream().anyMatch(ClaimRule::doubts);
    return doubted && seen.verdict() == Verdict.PASS
        ? Optional.of(passedOver(claim))
        : Optional.empty();
  }

  /** A check that was left out says nothing against a pass: the report says that it was. */
  private static boolean doubts(CheckResult check) {
    return check.outcome() == Outcome.FAIL || check.outcome() == Outcome.INCONCLUSIVE;
  }

  private static Contradiction announced(ClaimResult claim, List<CheckResult> unsettled) {
    String ids = Words.list(unsettled.stream().map(CheckResult::id).toList());
    return new Contradiction(
        Doubt.DETAIL,
        "A claim announces a result, and "
            + ids
            + (unsettled.size() == 1 ? " is" : " are")
            + " not settled: "
            + quoted(claim)
            + ".",
        Contradiction.only(unsettled),
        "Settle " + ids + ", or say in the claim only what is seen.");
  }

  private static Contradiction passedOver(ClaimResult claim) {
    String answer = claim.answer() == Answer.REFUTED ? "refuted" : "not verified";
    return new Contradiction(
        Doubt.DETAIL,
        "The verdict is PASS while a claim is " + answer + ": " + quoted(claim) + ".",
        Optional.empty(),
        "Make the checks of " + quoted(claim) + " blocking, or take the claim back.");
  }

  private static String quoted(ClaimResult claim) {
    return "“" + Words.open(claim.claim().text()) + "”";
  }
}
