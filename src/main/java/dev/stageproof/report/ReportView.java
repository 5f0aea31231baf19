package dev.stageproof.report;

import dev.stageproof.model.RunRecord;
import java.util.List;

/**
 * The whole report as a tree of text, ready for a template: loops and conditions are all that is
 * left to do. All text is cleaned and cut by {@link ForeignText} but not escaped for any format.
 *
 * @param title without trailing punctuation
 * @param facts the table below the verdict
 * @param command the command line that repeats the run
 * @param toolVersion the version of stageproof that wrote the record
 * @param environment the project; "not identified" when it is not known
 */
public record ReportView(
    String title,
    Banner banner,
    List<Fact> facts,
    List<Page> pages,
    List<SectionView> sections,
    String command,
    String toolVersion,
    String reportId,
    String environment,
    String confidence) {

  /** The view of a run; the same record always gives an equal view. */
  public static ReportView of(RunRecord run) {
    Draft draft = Draft.of(run);
    return new ReportView(
        draft.outline().title(),
        Banner.of(run),
        Facts.of(run),
        Page.of(run.subject()),
        draft.outline().parts().stream().map(part -> section(part, draft)).toList(),
        ForeignText.clean(run.command()),
        ForeignText.line(run.toolVersion()),
        ForeignText.line(run.reportId()),
        run.identity().map(it -> ForeignText.line(it.project())).orElse("not identified"),
        run.judgment().confidence().level().name());
  }

  private static SectionView section(Outline.Part part, Draft draft) {
    String heading = part.heading();
    return switch (part.section()) {
      case SUMMARY -> SummarySection.of(heading, draft);
      case METRICS -> MetricsSection.of(heading, draft);
      case DEPLOYMENT, HEALTH, GROUPS, LOGS -> ChecksSection.of(part, draft);
      case OBSERVATIONS -> ObservationsSection.of(heading, draft);
      case COMPARISON -> ComparisonSection.of(heading, draft);
      case CLAIMS -> ClaimsSection.of(heading, draft);
      case CONFIDENCE -> ConfidenceSection.of(heading, draft);
      case RECOMMENDATION -> RecommendationSection.of(heading, draft);
      case NEXT_STEPS -> NextStepsSection.of(heading, draft);
      case NOTES -> NotesSection.of(heading, draft);
      case EVIDENCE -> EvidenceSection.of(heading, draft);
    };
  }
}
