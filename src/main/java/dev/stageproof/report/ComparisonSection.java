package dev.stageproof.report;

import dev.stageproof.model.Baseline;
import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Finding.Kind;
import dev.stageproof.model.Finding.Side;
import dev.stageproof.model.Gap;
import dev.stageproof.model.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The run beside its baseline: each check with both answers, and what is configured otherwise.
 *
 * @param baseline what the run is compared with
 * @param gap why there is nothing to compare with, and what would give something
 * @param tally how the two were compared, and how many checks there are of each kind; empty when
 *     nothing is compared
 * @param preExisting whether a failure is as old as the baseline
 * @param rows what a reader must see: failures and what was mended
 * @param unchanged what passes on both; folded away when there is much of it
 * @param folded whether it is
 * @param open what can't be compared, by its reason
 * @param drift what is configured otherwise
 * @param driftNote what there is to say when there is no drift to show
 */
public record ComparisonSection(
    String heading,
    Fact baseline,
    Optional<String> gap,
    Optional<String> tally,
    boolean preExisting,
    List<Row> rows,
    List<Row> unchanged,
    boolean folded,
    List<Open> open,
    List<Drift> drift,
    Optional<String> driftNote)
    implements SectionView {

  private static final int FEW = 5;
  private static final int CELL_LIMIT = 120;
  private static final int LINKS_SHOWN = 5;
  private static final int EVIDENCE_SHOWN = 2;
  private static final String ABSENT = "not set";

  /**
   * One check that is compared.
   *
   * @param check its id, linked to its own part
   * @param before the baseline's answer
   * @param now the run's answer
   * @param mark the mark of the finding
   * @param finding one of "new", "pre-existing", "fixed", "unchanged"
   */
  public record Row(Link check, Answer before, Answer now, String mark, String finding) {}

  /**
   * One side's answer.
   *
   * @param mark the mark of its outcome
   * @param outcome PASS, FAIL, INCONCLUSIVE or SKIPPED
   * @param headline the answer in a few words
   * @param evidence what it rests on
   */
  public record Answer(String mark, String outcome, String headline, Links evidence) {}

  /**
   * Checks that can't be compared for the same reason.
   *
   * @param checks their ids
   * @param because the reason
   */
  public record Open(Links checks, String because) {}

  /**
   * A setting that is one thing there and another here.
   *
   * @param what the setting's name
   * @param before of the baseline
   * @param now of what is under test
   */
  public record Drift(String what, String before, String now) {}

  @Override
  public String template() {
    return "comparison";
  }

  static ComparisonSection of(String heading, Draft draft) {
    RunRecord run = draft.run();
    Baseline baseline = run.baseline().orElseThrow();
    List<Finding> findings = run.judgment().findings();
    List<Row> unchanged = rows(draft, baseline, Stream.of(Kind.UNCHANGED));
    return new ComparisonSection(
        heading,
        Compared.fact(
            baseline.source() == Baseline.Source.RECORD ? "Run" : "Revision", run, draft.marks()),
        baseline.gap().map(ComparisonSection::sentence),
        findings.isEmpty()
            ? Optional.empty()
            : Optional.of(asked(baseline) + ": " + tally(findings)),
        findings.stream().anyMatch(finding -> finding.kind() == Kind.PRE_EXISTING),
        rows(draft, baseline, Stream.of(Kind.NEW, Kind.PRE_EXISTING, Kind.FIXED)),
        unchanged,
        unchanged.size() > FEW,
        open(findings, draft),
        run.judgment().drift().stream().map(ComparisonSection::drift).toList(),
        driftNote(run, baseline));
  }

  private static String sentence(Gap gap) {
    return ForeignText.line(gap.message()) + "; " + ForeignText.sentence(gap.settle());
  }

  private static String asked(Baseline baseline) {
    return switch (baseline.source()) {
      case REVISION -> "The same checks on both, one attempt each on the baseline";
      case RECORD -> "The checks of both runs";
    };
  }

  private static String tally(List<Finding> findings) {
    Map<Kind, Long> counts =
        findings.stream().collect(Collectors.groupingBy(Finding::kind, Collectors.counting()));
    return Arrays.stream(Kind.values())
        .map(kind -> Figures.count(counts.getOrDefault(kind, 0L)) + " " + Compared.word(kind))
        .collect(Collectors.joining(", "));
  }

  private static List<Row> rows(Draft draft, Baseline baseline, Stream<Kind> kinds) {
    List<Kind> wanted = kinds.toList();
    return draft.run().judgment().findings().stream()
        .filter(finding -> wanted.contains(finding.kind()))
        .sorted(Comparator.comparing(Finding::kind))
        .flatMap(finding -> row(finding, draft, baseline).stream())
        .toList();
  }

  /** Only what has both sides can be compared. */
  private static Optional<Row> row(Finding finding, Draft draft, Baseline baseline) {
    return finding
        .before()
        .map(
            before ->
                new Row(
                    draft.link(finding.check()),
                    answer(before, evidence(finding.check(), baseline.checks(), draft), draft),
                    answer(
                        finding.now(),
                        evidence(finding.check(), draft.run().checks(), draft),
                        draft),
                    draft.marks().of(finding.kind()),
                    Compared.word(finding.kind())));
  }

  private static Answer answer(Side side, Links evidence, Draft draft) {
    return new Answer(
        draft.marks().of(side.outcome()),
        side.outcome().name(),
        Brief.of(side.headline(), CELL_LIMIT),
        evidence);
  }

  /** What the last attempt saw. */
  private static Links evidence(String check, List<CheckResult> checks, Draft draft) {
    return Links.of(
        Compared.evidence(check, checks).stream().map(draft::evidence).toList(), EVIDENCE_SHOWN);
  }

  private static List<Open> open(List<Finding> findings, Draft draft) {
    Map<String, List<Link>> byReason = new LinkedHashMap<>();
    for (Finding finding : findings) {
      finding
          .because()
          .ifPresent(
              why ->
                  byReason
                      .computeIfAbsent(ForeignText.sentence(why), w -> new ArrayList<>())
                      .add(draft.link(finding.check())));
    }
    return byReason.entrySet().stream()
        .map(reason -> new Open(Links.of(reason.getValue(), LINKS_SHOWN), reason.getKey()))
        .toList();
  }

  private static Drift drift(Change change) {
    return new Drift(
        ForeignText.line(change.what()),
        ForeignText.line(change.before().orElse(ABSENT)),
        ForeignText.line(change.after().orElse(ABSENT)));
  }

  private static Optional<String> driftNote(RunRecord run, Baseline baseline) {
    if (!run.judgment().drift().isEmpty() || baseline.gap().isPresent()) {
      return Optional.empty();
    }
    boolean known = baseline.configuration().isPresent() && run.configuration().isPresent();
    return Optional.of(
        known
            ? "Both are configured alike."
            : "How they are configured is not known of both, so that is not compared.");
  }
}
