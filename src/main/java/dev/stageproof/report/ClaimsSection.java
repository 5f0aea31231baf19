package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ClaimResult;
import java.util.List;
import java.util.Optional;

/**
 * Each claim with every check that it is bound to.
 *
 * @param claims in the order of the configuration
 */
public record ClaimsSection(String heading, List<Row> claims) implements SectionView {

  /**
   * One claim.
   *
   * @param text the claim
   * @param mark the mark of the answer
   * @param answer one of "verified", "refuted", "not verified"
   * @param checks every check that it is bound to
   */
  public record Row(String text, String mark, String answer, List<Bound> checks) {}

  /**
   * A check that backs a claim.
   *
   * @param check its id, linked to its own part
   * @param status empty when the run has no such check
   */
  public record Bound(Link check, Optional<Status> status) {}

  @Override
  public String template() {
    return "claims";
  }

  static ClaimsSection of(String heading, Draft draft) {
    return new ClaimsSection(
        heading, draft.run().judgment().claims().stream().map(claim -> row(claim, draft)).toList());
  }

  private static Row row(ClaimResult result, Draft draft) {
    return new Row(
        ForeignText.line(result.claim().text()),
        draft.marks().of(result.answer()),
        words(result.answer()),
        result.claim().checks().stream().map(id -> bound(id, draft)).toList());
  }

  private static Bound bound(String id, Draft draft) {
    Optional<CheckResult> check = draft.check(id);
    return new Bound(draft.link(id), check.map(draft::status));
  }

  static String words(ClaimResult.Answer answer) {
    return switch (answer) {
      case VERIFIED -> "verified";
      case REFUTED -> "refuted";
      case NOT_VERIFIED -> "not verified";
    };
  }
}
