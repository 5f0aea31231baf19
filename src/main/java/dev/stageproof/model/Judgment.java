package dev.stageproof.model;

import java.util.List;

/**
 * The verdict and everything that qualifies it.
 *
 * @param because the reason for the verdict in one sentence
 * @param findings each check beside the same check on the baseline; empty without a baseline
 * @param drift what is configured otherwise than on the baseline; empty without a baseline
 */
public record Judgment(
    @Doc("The answer for the whole run.") Verdict verdict,
    @Doc("The reason in one sentence.") String because,
    @Doc("How much weight the verdict has.") Confidence confidence,
    @Doc("What the checks say about each claim.") List<ClaimResult> claims,
    @Doc("What became of each waiver.") List<WaiverResult> waivers,
    @Doc("What else the reader should know.") List<Remark> remarks,
    @Doc("Each check beside the same check on the baseline.") List<Finding> findings,
    @Doc("What is configured otherwise than on the baseline.") List<Change> drift) {
  public Judgment {
    claims = List.copyOf(claims);
    waivers = List.copyOf(waivers);
    remarks = List.copyOf(remarks);
    findings = List.copyOf(findings);
    drift = List.copyOf(drift);
  }
}
