package dev.stageproof.model;

import java.util.List;

/**
 * The verdict and everything that qualifies it.
 *
 * @param because the reason for the verdict in one sentence
 */
public record Judgment(
    @Doc("The answer for the whole run.") Verdict verdict,
    @Doc("The reason in one sentence.") String because,
    @Doc("How much weight the verdict has.") Confidence confidence,
    @Doc("What the checks say about each claim.") List<ClaimResult> claims,
    @Doc("What became of each waiver.") List<WaiverResult> waivers,
    @Doc("What else the reader should know.") List<Remark> remarks) {
  public Judgment {
    claims = List.copyOf(claims);
    waivers = List.copyOf(waivers);
    remarks = List.copyOf(remarks);
  }
}
