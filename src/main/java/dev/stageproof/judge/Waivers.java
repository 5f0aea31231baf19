package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Waiver;
import dev.stageproof.model.WaiverResult;
import dev.stageproof.model.WaiverResult.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of each waiver. It covers a failure that was seen, never a lack of data: or a check
 * that counts no data as a failure would pass more easily than one that does not.
 */
final class Waivers {
  private Waivers() {}

  static List<WaiverResult> use(List<Waiver> waivers, List<CheckResult> checks, LocalDate today) {
    Set<String> failed =
        checks.stream()
            .filter(check -> check.outcome() == Outcome.FAIL)
            .map(CheckResult::id)
            .collect(Collectors.toUnmodifiableSet());
    return waivers.stream()
        .map(waiver -> new WaiverResult(waiver, use(waiver, failed, today)))
        .toList();
  }

  /** An expired waiver is called expired even if there was nothing to cover. */
  private static Use use(Waiver waiver, Set<String> failed, LocalDate today) {
    if (waiver.expires().isBefore(today)) {
      return Use.EXPIRED;
    }
    return failed.contains(waiver.check()) ? Use.USED : Use.UNUSED;
  }
}
