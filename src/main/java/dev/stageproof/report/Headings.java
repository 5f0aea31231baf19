package dev.stageproof.report;

import dev.stageproof.model.Baseline;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;

/** What the report's sections are called. */
public final class Headings {
  private static final String WITHOUT_GROUP = "Further Checks";

  private Headings() {}

  /** The heading that a check's part stands under. */
  public static String of(CheckResult check) {
    return switch (check.section()) {
      case DEPLOYMENT -> "Deployment";
      case HEALTH -> "Service Health";
      case LOGS -> "Service Logs Analysis";
      default -> group(check);
    };
  }

  private static String baseline(RunRecord run) {
    return run.baseline().map(Baseline::name).map(ForeignText::line).orElse("nothing");
  }

  private static String group(CheckResult check) {
    String group = ForeignText.line(check.group());
    return group.isEmpty() ? WITHOUT_GROUP : group;
  }

  /** The heading of a section that has just one part. */
  static String of(Section section, RunRecord run) {
    return switch (section) {
      case COMPARISON -> "Compared with " + baseline(run);
      case CONFIDENCE -> "Confidence: " + run.judgment().confidence().level();
      default -> plain(section);
    };
  }

  /** What a section is called apart from any run. */
  public static String plain(Section section) {
    return switch (section) {
      case SUMMARY -> "Executive Summary";
      case METRICS -> "Success Metrics";
      case DEPLOYMENT -> "Deployment";
      case HEALTH -> "Service Health";
      case GROUPS -> WITHOUT_GROUP;
      case LOGS -> "Service Logs Analysis";
      case OBSERVATIONS -> "Observations";
      case COMPARISON -> "Comparison";
      case CLAIMS -> "Claims";
      case CONFIDENCE -> "Confidence";
      case RECOMMENDATION -> "Recommendation";
      case NEXT_STEPS -> "Next Steps";
      case NOTES -> "Notes";
      case TIMELINE -> "Timeline";
      case EVIDENCE -> "Evidence";
    };
  }
}
