package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.model.Waiver;
import dev.stageproof.model.WaiverResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run and where its parts stand in the report: what every section is made from. */
record Draft(RunRecord run, Outline outline, Anchors anchors, Index index, Marks marks) {

  static Draft of(RunRecord run, Marks marks) {
    Outline outline = Outline.of(run);
    return new Draft(run, outline, Anchors.of(outline), Index.of(run), marks);
  }

  Link link(String check) {
    return new Link(ForeignText.line(check), anchors.ofCheck(check));
  }

  Link link(CheckResult check) {
    return link(check.id());
  }

  Optional<Link> link(Section section) {
    return anchors
        .of(section)
        .map(anchor -> new Link(Headings.of(section, run), Optional.of(anchor)));
  }

  /** An item of evidence by its id, with where all of them are listed. */
  Link evidence(String id) {
    return new Link(ForeignText.line(id), anchors.of(Section.EVIDENCE));
  }

  Optional<CheckResult> check(String id) {
    return index.check(id);
  }

  /** The commands that stand at checks and at reads of the report, cleaned. */
  Set<String> commandsShown() {
    Stream<String> ofChecks =
        outline.parts().stream()
            .flatMap(part -> part.checks().stream())
            .flatMap(check -> check.reproduce().stream());
    boolean logs = outline.parts().stream().anyMatch(part -> part.section() == Section.LOGS);
    LogReads reads = index.reads();
    Stream<String> ofReads =
        reads.users().keySet().stream().flatMap(read -> reads.commands(read, run).stream());
    return Stream.concat(ofChecks, ofReads.filter(command -> logs))
        .map(ForeignText::clean)
        .collect(Collectors.toUnmodifiableSet());
  }

  Status status(CheckResult check) {
    return Status.of(check, waiverOf(run, check), Compared.note(run, check), marks);
  }

  /** The checks that the verdict rests on, in the order of the configuration. */
  List<CheckResult> deciding() {
    Verdict verdict = run.judgment().verdict();
    Predicate<CheckResult> decides =
        switch (verdict) {
          case PASS -> check -> check.outcome() == Outcome.PASS;
          case FAIL -> this::refutes;
          case INCONCLUSIVE -> check -> !check.outcome().settled() && !letThrough(check);
        };
    return run.checks().stream().filter(CheckResult::blocking).filter(decides).toList();
  }

  /** The same; where none holds the verdict up, the blocking checks that passed. */
  List<CheckResult> carrying() {
    List<CheckResult> deciding = deciding();
    return deciding.isEmpty()
        ? run.checks().stream()
            .filter(check -> check.blocking() && check.outcome() == Outcome.PASS)
            .toList()
        : deciding;
  }

  private boolean refutes(CheckResult check) {
    boolean unseen =
        check.outcome() == Outcome.INCONCLUSIVE && check.onNoData().then() == OnNoData.Then.FAIL;
    return (check.outcome() == Outcome.FAIL || unseen) && waiverOf(run, check).isEmpty();
  }

  /** True for a check that this run was told to leave out. */
  static boolean deselected(CheckResult check) {
    return check.gap().filter(gap -> gap.reason() == GapReason.DESELECTED).isPresent();
  }

  /** True for a check that saw nothing and is configured not to hold the verdict up. */
  static boolean letThrough(CheckResult check) {
    return check.outcome() == Outcome.INCONCLUSIVE && check.onNoData().then() == OnNoData.Then.PASS;
  }

  /** The waiver that covers a check's failure in this run. */
  static Optional<Waiver> waiverOf(RunRecord run, CheckResult check) {
    return run.judgment().waivers().stream()
        .filter(result -> result.use() == WaiverResult.Use.USED)
        .map(WaiverResult::waiver)
        .filter(waiver -> waiver.check().equals(check.id()))
        .findFirst();
  }
}
