package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.LogFindings.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts of the baseline beside those of the revision under test.
 *
 * @param before what the baseline is
 * @param after what is under test
 * @param rows what both are weighed by, then what checks compared
 */
public record BeforeAfter(String before, String after, List<Row> rows) {
  private static final double THOUSAND = 1000;

  /**
   * One measure.
   *
   * @param what what was counted: "entries"
   * @param check the check that compared it; empty for what both sides are weighed by
   * @param before of the baseline
   * @param after of the revision under test
   * @param result mark and outcome against the bounds; empty when it is only reported
   */
  public record Row(
      String what, Optional<Link> check, String before, String after, Optional<String> result) {}

  /** The two sides without what was counted: comparisons of one table have them in common. */
  private record Sides(Side before, Side after) {

    static Sides of(Comparison comparison) {
      return new Sides(bare(comparison.before()), bare(comparison.after()));
    }

    private static Side bare(Side side) {
      return new Side(
          side.source(), side.window(), side.requests(), side.entries(), side.readUntil(), 0);
    }
  }

  static List<BeforeAfter> of(Draft draft) {
    Map<Sides, List<Row>> tables = new LinkedHashMap<>();
    for (CheckResult check : draft.run().checks()) {
      for (Comparison comparison : comparisons(check)) {
        tables
            .computeIfAbsent(Sides.of(comparison), BeforeAfter::weights)
            .add(row(comparison, draft.link(check), draft.marks()));
      }
    }
    return tables.entrySet().stream()
        .map(table -> table(table.getKey(), table.getValue()))
        .toList();
  }

  private static List<Comparison> comparisons(CheckResult check) {
    return LogReads.findings(check).map(LogFindings::comparisons).orElse(List.of());
  }

  private static BeforeAfter table(Sides sides, List<Row> rows) {
    return new BeforeAfter(
        ForeignText.line(sides.before().source()),
        ForeignText.line(sides.after().source()),
        List.copyOf(rows));
  }

  private static List<Row> weights(Sides sides) {
    Side before = sides.before();
    Side after = sides.after();
    List<Row> rows = new ArrayList<>();
    rows.add(plain("window", Figures.window(before.window()), Figures.window(after.window())));
    rows.add(
        plain(
            "requests served", amount(before, before.requests()), amount(after, after.requests())));
    rows.add(plain("entries", amount(before, before.entries()), amount(after, after.entries())));
    return rows;
  }

  /** Not every entry may have been read. */
  private static String amount(Side side, long amount) {
    return (side.readUntil().isEmpty() ? "" : "at least ") + Figures.count(amount);
  }

  private static Row plain(String what, String before, String after) {
    return new Row(what, Optional.empty(), before, after, Optional.empty());
  }

  private static Row row(Comparison comparison, Link check, Marks marks) {
    Side before = comparison.before();
    Side after = comparison.after();
    boolean byRequests = before.requests() > 0 && after.requests() > 0;
    return new Row(
        ForeignText.line(comparison.what()),
        Optional.of(check),
        count(before, byRequests),
        count(after, byRequests),
        comparison.outcome().map(outcome -> marks.of(outcome) + " " + outcome.name()));
  }

  /**
   * Windows differ in length and in what was asked of the revision, so the bare count misleads; a
   * rate by a lower bound would mislead as well.
   */
  private static String count(Side side, boolean byRequests) {
    long base = byRequests ? side.requests() : side.entries();
    String count = Figures.count(side.count());
    if (base == 0 || side.count() == 0 || side.readUntil().isPresent()) {
      return count;
    }
    double rate = (double) side.count() / (double) base * THOUSAND;
    return count
        + " ("
        + Figures.rate(rate)
        + " per 1,000 "
        + (byRequests ? "requests" : "entries")
        + ")";
  }
}
