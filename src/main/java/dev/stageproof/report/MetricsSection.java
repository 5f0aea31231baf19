package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row for each check, in the order of the configuration.
 *
 * @param rows all but the folded ones
 * @param unselected which checks this run was told to leave out; empty when none
 * @param folded their rows, when there are many; else they stand among the others
 */
public record MetricsSection(
    String heading, List<Row> rows, Optional<String> unselected, List<Row> folded)
    implements SectionView {

  private static final int FEW = 5;

  /**
   * One check.
   *
   * @param metric its title, linked to its own part
   * @param status its outcome
   * @param evidence its answer in one line
   */
  public record Row(Link metric, Status status, String evidence) {}

  @Override
  public String template() {
    return "metrics";
  }

  static MetricsSection of(String heading, Draft draft) {
    List<CheckResult> all = draft.run().checks();
    List<CheckResult> left = all.stream().filter(Draft::deselected).toList();
    boolean fold = left.size() > FEW;
    return new MetricsSection(
        heading,
        all.stream()
            .filter(check -> !(fold && Draft.deselected(check)))
            .map(check -> row(check, draft))
            .toList(),
        left.isEmpty() ? Optional.empty() : Optional.of(sentence(left)),
        fold ? left.stream().map(check -> row(check, draft)).toList() : List.of());
  }

  private static Row row(CheckResult check, Draft draft) {
    return new Row(
        new Link(ForeignText.line(check.title()), draft.link(check).anchor()),
        draft.status(check),
        ForeignText.line(check.headline()));
  }

  private static String sentence(List<CheckResult> left) {
    String ids = left.stream().map(CheckResult::id).collect(Collectors.joining(", "));
    String count = Figures.count(left.size(), "check was", "checks were");
    return ForeignText.line(count + " not selected: " + ids) + ".";
  }
}
