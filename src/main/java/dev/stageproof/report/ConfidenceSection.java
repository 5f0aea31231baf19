package dev.stageproof.report;

import java.util.List;

/**
 * The level and every term that it comes from.
 *
 * @param level HIGH, MEDIUM or LOW
 * @param terms the lowest level that any of them allows is the run's
 */
public record ConfidenceSection(String heading, String level, List<Row> terms)
    implements SectionView {

  /**
   * One term.
   *
   * @param name what is looked at
   * @param found what it was in this run
   * @param allows the highest level that it allows
   */
  public record Row(String name, String found, String allows) {}

  @Override
  public String template() {
    return "confidence";
  }

  static ConfidenceSection of(String heading, Draft draft) {
    var confidence = draft.run().judgment().confidence();
    return new ConfidenceSection(
        heading,
        confidence.level().name(),
        confidence.terms().stream()
            .map(
                term ->
                    new Row(
                        ForeignText.line(term.name()),
                        ForeignText.line(term.value()),
                        term.allows().name()))
            .toList());
  }
}
