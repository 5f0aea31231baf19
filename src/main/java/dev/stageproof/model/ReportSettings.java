package dev.stageproof.model;

import java.util.List;
import java.util.Optional;

/** How the report is laid out. */
@Doc("How the report is laid out.")
public record ReportSettings(
    @Doc(value = "The report's title; by default made from the subject.") Optional<String> title,
    @Doc(
            value = "The sections to show, in this order.",
            def =
                "[summary, metrics, deployment, health, groups, logs, observations,"
                    + " comparison, claims, confidence, recommendation, next-steps, notes,"
                    + " timeline, evidence]")
        List<Section> sections) {

  /** A part of the report. */
  public enum Section {
    @Doc("The verdict, why, and for which revision.")
    SUMMARY,
    @Doc("One row for each check.")
    METRICS,
    @Doc("The state of the service and its revision.")
    DEPLOYMENT,
    @Doc("What the service answered.")
    HEALTH,
    @Doc("One part for each `group` named by a check.")
    GROUPS,
    @Doc("What was found in the logs, with denominators.")
    LOGS,
    @Doc("What does not change the verdict and is worth knowing.")
    OBSERVATIONS,
    @Doc("Each check beside the same check on the baseline.")
    COMPARISON,
    @Doc("Each claim with what the checks say about it.")
    CLAIMS,
    @Doc("The terms of the confidence.")
    CONFIDENCE,
    @Doc("What to do, by the verdict.")
    RECOMMENDATION,
    @Doc("What would settle or mend each finding.")
    NEXT_STEPS,
    @Doc("The author's notes, not verified.")
    NOTES,
    @Doc("What happened when, and what took how long.")
    TIMELINE,
    @Doc("Every observation, with its digest and the command that repeats it.")
    EVIDENCE
  }

  public ReportSettings {
    sections = List.copyOf(sections);
  }

  /** The same layout with other sections. */
  public ReportSettings withSections(List<Section> others) {
    return new ReportSettings(title, others);
  }
}
