package dev.stageproof.report;

import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.MarkStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The whole report as a tree of text, ready for a template: loops and conditions are all that is
 * left to do. All text is cleaned and cut to size but not escaped for any format.
 *
 * @param title without trailing punctuation
 * @param banner what stands above everything else
 * @param outcomes how many checks had which outcome; those that none had are left out
 * @param facts the table below the verdict
 * @param pages pages outside the report: those that the configuration names, and the console's
 * @param contents the headings of the sections, each with its fragment, in their order
 * @param sections in the order in which they are shown
 * @param command the command line that repeats the run
 * @param toolVersion the version of stageproof that wrote the record
 * @param reportId the name of the run; the same for every report of it
 * @param environment the project; "not identified" when it is not known
 * @param confidence HIGH, MEDIUM or LOW
 */
public record ReportView(
    String title,
    Banner banner,
    List<OutcomeCount> outcomes,
    List<Fact> facts,
    List<Page> pages,
    List<Link> contents,
    List<SectionView> sections,
    String command,
    String toolVersion,
    String reportId,
    String environment,
    String confidence) {

  /** The view of a run, with emoji as marks. */
  public static ReportView of(RunRecord run) {
    return of(run, Marks.in(MarkStyle.EMOJI));
  }

  /** The view of a run; the same record and marks always give an equal view. */
  public static ReportView of(RunRecord run, Marks marks) {
    Draft draft = Draft.of(run, marks);
    return new ReportView(
        draft.outline().title(),
        Banner.of(run, marks),
        OutcomeCount.of(run.checks(), marks),
        Facts.of(run, marks),
        Stream.concat(Page.of(run.subject()).stream(), Consoles.of(run).stream()).toList(),
        contents(draft),
        draft.outline().parts().stream().map(part -> section(part, draft)).toList(),
        ForeignText.clean(run.command()),
        ForeignText.line(run.toolVersion()),
        ForeignText.line(run.reportId()),
        run.identity().map(it -> ForeignText.line(it.project())).orElse("not identified"),
        run.judgment().confidence().level().name());
  }

  private static List<Link> contents(Draft draft) {
    List<Outline.Part> parts = draft.outline().parts();
    List<String> anchors = draft.anchors().ofParts();
    return IntStream.range(0, parts.size())
        .mapToObj(i -> new Link(parts.get(i).heading(), Optional.of(anchors.get(i))))
        .toList();
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
      case TIMELINE -> TimelineSection.of(heading, draft);
      case EVIDENCE -> EvidenceSection.of(heading, draft);
    };
  }
}
