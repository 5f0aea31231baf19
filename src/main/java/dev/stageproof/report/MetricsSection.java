package dev.stageproof.report;

import java.util.List;

/** One row for each check, in the order of the configuration. */
public record MetricsSection(String heading, List<Row> rows) implements SectionView {

  /**
   * One check.
   *
   * @param metric its title, linked to its own part
   * @param evidence its answer in one line
   */
  public record Row(Link metric, Status status, String evidence) {}

  @Override
  public String template() {
    return "metrics";
  }

  static MetricsSection of(String heading, Draft draft) {
    return new MetricsSection(
        heading,
        draft.run().checks().stream()
            .map(
                check ->
                    new Row(
                        new Link(ForeignText.line(check.title()), draft.link(check).anchor()),
                        draft.status(check),
                        ForeignText.line(check.headline())))
            .toList());
  }
}
