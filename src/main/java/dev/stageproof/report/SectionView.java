package dev.stageproof.report;

/** One part of the report; knows all it shows, in the order in which it shows it. */
public sealed interface SectionView
    permits SummarySection,
        MetricsSection,
        ChecksSection,
        ObservationsSection,
        ComparisonSection,
        ClaimsSection,
        ConfidenceSection,
        RecommendationSection,
        NextStepsSection,
        NotesSection,
        TimelineSection,
        EvidenceSection {

  /** The part's title, unescaped. */
  String heading();

  /** The name of the template that shows it, without folder and ending: "next-steps". */
  String template();
}
