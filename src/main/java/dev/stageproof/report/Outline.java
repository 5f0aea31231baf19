package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The report's headings from first to last; parts without content are not in it. */
record Outline(String title, List<Part> parts) {

  /**
   * A part with a heading of its own.
   *
   * @param checks the checks that stand in it, each under its id; empty for other parts
   */
  record Part(Section section, String heading, List<CheckResult> checks) {}

  static Outline of(RunRecord run) {
    List<Part> parts =
        run.report().sections().stream().distinct().flatMap(name -> parts(run, name)).toList();
    return new Outline(titleOf(run), parts);
  }

  private static String titleOf(RunRecord run) {
    Subject subject = run.subject();
    String about =
        subject
            .issue()
            .map(issue -> "Issue #" + issue + " ")
            .or(() -> run.identity().map(identity -> identity.service() + " "))
            .orElse("");
    String place = Facts.aboutDeployment(run) ? "Staging Deployment " : "";
    String title = run.report().title().orElse(about + place + "Validation Report");
    return ForeignText.line(title).replaceFirst("[.,;:!]+$", "");
  }

  private static Stream<Part> parts(RunRecord run, Section section) {
    if (section == Section.GROUPS) {
      return groups(run);
    }
    List<CheckResult> checks = checksOf(run, section);
    Part part = new Part(section, Headings.of(section, run), checks);
    return empty(run, part) ? Stream.empty() : Stream.of(part);
  }

  private static Stream<Part> groups(RunRecord run) {
    Map<String, List<CheckResult>> groups = new LinkedHashMap<>();
    checksOf(run, Section.GROUPS)
        .forEach(
            check -> groups.computeIfAbsent(Headings.of(check), h -> new ArrayList<>()).add(check));
    return groups.entrySet().stream()
        .map(group -> new Part(Section.GROUPS, group.getKey(), List.copyOf(group.getValue())));
  }

  private static List<CheckResult> checksOf(RunRecord run, Section section) {
    return run.checks().stream()
        .filter(check -> !Draft.deselected(check))
        .filter(check -> homeOf(check) == section)
        .toList();
  }

  /** A check that names a section without room for checks is shown among the groups. */
  private static Section homeOf(CheckResult check) {
    return switch (check.section()) {
      case DEPLOYMENT, HEALTH, LOGS -> check.section();
      default -> Section.GROUPS;
    };
  }

  private static boolean empty(RunRecord run, Part part) {
    return switch (part.section()) {
      case SUMMARY, CONFIDENCE, RECOMMENDATION -> false;
      case METRICS -> run.checks().isEmpty();
      case DEPLOYMENT, HEALTH, GROUPS -> part.checks().isEmpty();
      case LOGS -> part.checks().isEmpty() && LogReads.of(run).isEmpty();
      case OBSERVATIONS -> run.judgment().remarks().isEmpty() && run.judgment().waivers().isEmpty();
      case COMPARISON -> run.baseline().isEmpty();
      case CLAIMS -> run.judgment().claims().isEmpty();
      case NEXT_STEPS -> NextStepsSection.none(run);
      case NOTES -> run.notes().isEmpty();
      case TIMELINE -> TimelineSection.empty(run);
      case EVIDENCE -> EvidenceSection.all(run).isEmpty();
    };
  }
}
