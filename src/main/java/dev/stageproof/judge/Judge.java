package dev.stageproof.judge;

import dev.stageproof.model.Baseline;
import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.WaiverResult;
import java.util.List;
import java.util.Optional;

/**
 * The laws of the verdict.
 *
 * <ol>
 *   <li>FAIL if a blocking check failed and no waiver in date covers it. An INCONCLUSIVE check with
 *       {@code on-no-data: fail} counts as failed, and no waiver covers that: what was not seen
 *       can't be waived.
 *   <li>Else INCONCLUSIVE if a blocking check is INCONCLUSIVE or SKIPPED, or no blocking check
 *       passed. An INCONCLUSIVE check with {@code on-no-data: pass} does not hold the verdict up,
 *       and does not count as passed; a SKIPPED one is never let through.
 *   <li>Else PASS.
 * </ol>
 *
 * <p>What follows from them, and is tested as properties: a further failing check never improves
 * the verdict, nor does a check that begins to fail, unless a waiver covers it; less evidence never
 * turns a verdict into PASS, unless the check is configured with {@code on-no-data: pass}; what a
 * baseline says changes neither verdict nor confidence; order does not matter; a run without checks
 * is never PASS; a waiver whose last day is over changes nothing.
 */
public final class Judge {
  private Judge() {}

  /** Judges a run. Total: whatever the lists hold, there is an answer. */
  public static Judgment judge(Case seen) {
    List<CheckResult> checks = seen.checks();
    Optional<Identity> identity = seen.identity();
    List<WaiverResult> waived = Waivers.use(seen.waivers(), checks, seen.today());
    List<Counted> counted = Counted.all(checks, waived);
    List<ClaimResult> answers = Claims.answer(seen.claims(), checks);
    Ruling ruling = Ruling.on(counted);
    List<Finding> findings = Findings.of(checks, seen.baseline());
    return new Judgment(
        ruling.verdict(),
        ruling.because() + Explanation.of(counted, findings, seen),
        Confidences.of(counted, answers, identity),
        answers,
        waived,
        Remarks.on(counted, waived, identity),
        findings,
        drift(seen));
  }

  private static List<Change> drift(Case seen) {
    return seen.configuration().stream()
        .flatMap(
            now ->
                seen.baseline().flatMap(Baseline::configuration).stream()
                    .flatMap(before -> now.since(before).stream()))
        .toList();
  }
}
