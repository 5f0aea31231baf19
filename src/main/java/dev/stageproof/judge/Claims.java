package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.ClaimResult.Answer;
import dev.stageproof.model.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds each claim against the outcomes of its checks. Neither a waiver nor {@code on-no-data}
 * makes a sentence true: only what was seen counts here.
 */
final class Claims {
  private Claims() {}

  /** A check that a claim names; empty when the run does not have it. */
  private record Backing(String id, Optional<CheckResult> check) {

    Outcome outcome() {
      return check.map(CheckResult::outcome).orElse(Outcome.SKIPPED);
    }

    String finding() {
      return Words.open(check.map(CheckResult::headline).orElse("not part of this run"));
    }
  }

  static List<ClaimResult> answer(List<Claim> claims, List<CheckResult> checks) {
    Map<String, CheckResult> byId =
        checks.stream()
            .collect(
                Collectors.toMap(CheckResult::id, Function.identity(), (first, twin) -> first));
    return claims.stream().map(claim -> answer(claim, byId)).toList();
  }

  private static ClaimResult answer(Claim claim, Map<String, CheckResult> byId) {
    List<Backing> backings =
        claim.checks().stream()
            .distinct()
            .map(id -> new Backing(id, Optional.ofNullable(byId.get(id))))
            .toList();
    List<Backing> failed = backings.stream().filter(Claims::refutes).toList();
    if (!failed.isEmpty()) {
      return new ClaimResult(claim, Answer.REFUTED, because(failed));
    }
    List<Backing> open = backings.stream().filter(Claims::leavesOpen).toList();
    if (!open.isEmpty() || backings.isEmpty()) {
      return new ClaimResult(claim, Answer.NOT_VERIFIED, because(open));
    }
    return new ClaimResult(claim, Answer.VERIFIED, because(backings));
  }

  private static boolean refutes(Backing backing) {
    return backing.outcome() == Outcome.FAIL;
  }

  private static boolean leavesOpen(Backing backing) {
    return backing.outcome() != Outcome.PASS;
  }

  private static String because(List<Backing> deciding) {
    return switch (deciding.size()) {
      case 0 -> "no check is bound to this sentence";
      case 1 -> deciding.get(0).finding();
      default ->
          Words.series(
              deciding.stream().map(backing -> backing.id() + ": " + backing.finding()).toList());
    };
  }
}
