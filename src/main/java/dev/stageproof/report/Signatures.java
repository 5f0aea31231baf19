package dev.stageproof.report;

import dev.stageproof.model.Excerpt;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Change;
import dev.stageproof.model.LogFindings.Signature;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lines that differ only in numbers and names, against the baseline: new ones first, then those
 * that went away; what both have is folded, and so is what would be too long to read.
 *
 * @param tally those that the record lists: "2 new, 1 gone, 20 known"
 * @param shown the rows to read
 * @param folded the rest
 * @param rest what the rest is: "21 more: 1 new, 20 known"
 * @param examples one line of each new signature that is shown
 */
public record Signatures(
    String tally, List<Row> shown, List<Row> folded, String rest, List<ExcerptBlock> examples) {
  private static final int OPEN_LIMIT = 10;
  private static final int TEXT_LIMIT = 140;

  /**
   * One signature.
   *
   * @param mark the mark of the change
   * @param change one of "new", "gone", "known"
   * @param severity of its lines
   * @param count how many lines it has
   * @param perRequest how often for each request served; "none served" when there was no request to
   *     divide by
   * @param first when its first line was logged
   * @param text what its lines have in common; code
   */
  public record Row(
      String mark,
      String change,
      String severity,
      String count,
      String perRequest,
      String first,
      String text) {}

  private static final Comparator<Signature> WORST_FIRST =
      Comparator.comparing((Signature it) -> order(it.change()))
          .thenComparing(it -> -LogRead.rank(it.severity()))
          .thenComparing(it -> -it.count())
          .thenComparing(Signature::text);

  /** Empty when the check found none. */
  static Optional<Signatures> of(LogFindings found, Marks marks) {
    if (found.signatures().isEmpty()) {
      return Optional.empty();
    }
    List<Signature> all = found.signatures().stream().sorted(WORST_FIRST).toList();
    long changed = all.stream().filter(it -> it.change() != Change.KNOWN).count();
    int open = (int) Math.min(OPEN_LIMIT, changed);
    List<Signature> shown = all.subList(0, open);
    List<Signature> folded = all.subList(open, all.size());
    return Optional.of(
        new Signatures(
            tally(all),
            shown.stream().map(it -> row(it, marks)).toList(),
            folded.stream().map(it -> row(it, marks)).toList(),
            Figures.count(folded.size()) + " more: " + tally(folded),
            ExcerptBlock.of(examples(shown))));
  }

  /** The lines that stand below the table, so that a check need not show them again. */
  static List<Excerpt> examples(LogFindings found) {
    return examples(found.signatures().stream().sorted(WORST_FIRST).limit(OPEN_LIMIT).toList());
  }

  private static List<Excerpt> examples(List<Signature> shown) {
    return shown.stream().filter(it -> it.change() == Change.NEW).map(Signature::example).toList();
  }

  private static String tally(List<Signature> signatures) {
    return Arrays.stream(Change.values())
        .sorted(Comparator.comparing(Signatures::order))
        .filter(change -> count(signatures, change) > 0)
        .map(change -> Figures.count(count(signatures, change)) + " " + word(change))
        .collect(Collectors.joining(", "));
  }

  private static long count(List<Signature> signatures, Change change) {
    return signatures.stream().filter(it -> it.change() == change).count();
  }

  private static Row row(Signature signature, Marks marks) {
    return new Row(
        marks.of(signature.change()),
        word(signature.change()),
        ForeignText.line(signature.severity()),
        Figures.count(signature.count()),
        signature.perRequest().map(Figures::rate).orElse("none served"),
        Figures.second(signature.firstAt()),
        ForeignText.brief(signature.text(), TEXT_LIMIT));
  }

  private static String word(Change change) {
    return change.name().toLowerCase(Locale.ROOT);
  }

  private static int order(Change change) {
    return switch (change) {
      case NEW -> 0;
      case GONE -> 1;
      case KNOWN -> 2;
    };
  }
}
