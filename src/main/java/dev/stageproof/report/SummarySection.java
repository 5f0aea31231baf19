package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of the deployment, and the answers.
 *
 * @param asked what the first column of the claims is called
 * @param claims the claims with their answers; empty when the configuration makes none
 * @param deciding the checks that the verdict rests on; empty when there are claims
 * @param notes the author's notes, not verified
 * @param settle the step that matters most; empty when the verdict is PASS, and when the verdict's
 *     banner told it
 * @param more where the other steps are; empty when there are none or they are not shown
 */
public record SummarySection(
    String heading,
    String asked,
    List<Answer> claims,
    List<Deciding> deciding,
    List<String> notes,
    Optional<NextStepsSection.Step> settle,
    Optional<Link> more)
    implements SectionView {

  /**
   * A claim and what the checks say about it.
   *
   * @param asked the claim
   * @param mark the mark of the answer
   * @param answer one of "verified", "refuted", "not verified"
   * @param because the checks that decided
   */
  public record Answer(String asked, String mark, String answer, Because because) {}

  /**
   * A check that the verdict rests on.
   *
   * @param check its id, linked to its own part; "3 blocking checks" for those that were left out
   * @param status its outcome
   * @param because its answer in a few words
   */
  public record Deciding(Link check, Status status, String because) {}

  @Override
  public String template() {
    return "summary";
  }

  static SummarySection of(String heading, Draft draft) {
    RunRecord run = draft.run();
    boolean claimed = !run.judgment().claims().isEmpty();
    boolean passed = run.judgment().verdict() == Verdict.PASS;
    List<NextStepsSection.Step> steps = passed ? List.of() : NextStepsSection.linked(draft);
    return new SummarySection(
        heading,
        Facts.aboutDeployment(run) ? "Asked of this deployment" : "Asked",
        run.judgment().claims().stream().map(claim -> answer(claim, draft)).toList(),
        claimed ? List.of() : deciding(draft),
        run.notes().stream().map(ForeignText::line).toList(),
        steps.stream().findFirst().filter(step -> step.command().isEmpty()),
        steps.size() > 1 ? draft.link(Section.NEXT_STEPS) : Optional.empty());
  }

  private static Answer answer(ClaimResult claim, Draft draft) {
    return new Answer(
        ForeignText.line(claim.claim().text()),
        draft.marks().of(claim.answer()),
        ClaimsSection.words(claim.answer()),
        Because.of(claim, draft));
  }

  /** What was left out on purpose is one row, however much it is. */
  private static List<Deciding> deciding(Draft draft) {
    List<Deciding> rows = new ArrayList<>();
    draft.carrying().stream()
        .filter(check -> !Draft.deselected(check))
        .map(check -> deciding(check, draft))
        .forEach(rows::add);
    long left = draft.deciding().stream().filter(Draft::deselected).count();
    if (left > 0) {
      String checks = Figures.count(left, "blocking check", "blocking checks");
      Status skipped =
          new Status(draft.marks().of(Outcome.SKIPPED), Outcome.SKIPPED.name(), true, List.of());
      rows.add(
          new Deciding(new Link(checks, Optional.empty()), skipped, "not selected for this run"));
    }
    return List.copyOf(rows);
  }

  private static Deciding deciding(CheckResult check, Draft draft) {
    return new Deciding(
        draft.link(check), draft.status(check), Brief.of(check.headline(), Because.LIMIT));
  }
}
