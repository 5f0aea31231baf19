package dev.stageproof.report;

import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What to do, by stated rules from the verdict.
 *
 * @param mark the mark of the verdict
 * @param risk what is risked by promoting
 * @param advice one short sentence
 * @param because the reason for the verdict
 * @param caution what to weigh first
 * @param decidedBy what the deciding checks did: "Failed", "Unsettled"; empty when it passed
 * @param checks the deciding checks; empty when it passed
 * @param observations how many to read before promoting; empty unless it passed with some
 * @param observationsAt where they stand; empty when they are not shown
 * @param rollback the way back; empty unless it failed and there is one
 */
public record RecommendationSection(
    String heading,
    String mark,
    Risk risk,
    String advice,
    String because,
    Optional<String> caution,
    Optional<String> decidedBy,
    Optional<Links> checks,
    Optional<String> observations,
    Optional<Link> observationsAt,
    Optional<Rollback> rollback)
    implements SectionView {
  private static final int LINKS_SHOWN = 5;

  @Override
  public String template() {
    return "recommendation";
  }

  static RecommendationSection of(String heading, Draft draft) {
    RunRecord run = draft.run();
    Verdict verdict = run.judgment().verdict();
    Advice advice = Advice.of(run);
    int observations = ObservationsSection.of("", draft).size();
    boolean decided = verdict != Verdict.PASS && !draft.deciding().isEmpty();
    List<Link> links = draft.deciding().stream().map(draft::link).toList();
    return new RecommendationSection(
        heading,
        draft.marks().of(verdict),
        Risk.of(run),
        advice.imperative(),
        ForeignText.line(run.judgment().because()),
        advice.caution(),
        decided ? Optional.of(verdict == Verdict.FAIL ? "Failed" : "Unsettled") : Optional.empty(),
        decided ? Optional.of(Links.of(links, LINKS_SHOWN)) : Optional.empty(),
        verdict == Verdict.PASS && observations > 0
            ? Optional.of(Figures.count(observations, "observation", "observations"))
            : Optional.empty(),
        draft.link(Section.OBSERVATIONS),
        Rollback.of(run));
  }
}
