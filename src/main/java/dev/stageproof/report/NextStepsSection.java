package dev.stageproof.report;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Waiver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would settle or mend each finding: what blocks comes first, failures before gaps, waived
 * ones last, then what remarks ask for. A check's own advice goes before the bare difference.
 *
 * @param steps in the order in which they matter
 */
public record NextStepsSection(String heading, List<Step> steps) implements SectionView {
  private static final int LINKS_SHOWN = 5;

  private static final String ADVISORY =
      " It does not block; mend it, or waive it with a reason if it is expected.";

  /**
   * One thing to do.
   *
   * @param checks the checks that it would help; none for what concerns the run as a whole
   * @param text what to do, in a sentence or two
   * @param command what the text ends with, to be copied
   */
  public record Step(Links checks, String text, Optional<String> command) {}

  @Override
  public String template() {
    return "next-steps";
  }

  static NextStepsSection of(String heading, Draft draft) {
    return new NextStepsSection(heading, linked(draft));
  }

  /** To be in use is what matters first when nothing else holds the verdict up. */
  static List<Step> linked(Draft draft) {
    List<Step> steps = new ArrayList<>();
    steps(draft.run())
        .forEach((text, ids) -> steps.add(new Step(links(ids, draft), text, Optional.empty())));
    Unserved.of(draft.run())
        .filter(unserved -> !unserved.failed())
        .map(it -> new Step(links(Set.of(), draft), it.settle(), Optional.of(it.command())))
        .ifPresent(step -> steps.add(draft.deciding().isEmpty() ? 0 : steps.size(), step));
    return List.copyOf(steps);
  }

  static boolean none(RunRecord run) {
    return steps(run).isEmpty() && Unserved.of(run).filter(it -> !it.failed()).isEmpty();
  }

  private static Links links(Set<String> checks, Draft draft) {
    return Links.of(checks.stream().map(draft::link).toList(), LINKS_SHOWN);
  }

  /** Each step with the ids of the checks that it would help. */
  private static Map<String, Set<String>> steps(RunRecord run) {
    Map<String, Set<String>> steps = new LinkedHashMap<>();
    run.checks().stream()
        .filter(check -> check.outcome() != Outcome.PASS)
        .sorted(urgency(run))
        .forEach(
            check ->
                stepsOf(run, check)
                    .forEach(
                        step ->
                            steps
                                .computeIfAbsent(step, s -> new LinkedHashSet<>())
                                .add(check.id())));
    run.judgment().remarks().forEach(remark -> add(remark, steps));
    return steps;
  }

  private static void add(Remark remark, Map<String, Set<String>> steps) {
    remark
        .settle()
        .map(ForeignText::sentence)
        .map(step -> steps.computeIfAbsent(step, s -> new LinkedHashSet<>()))
        .ifPresent(ids -> remark.check().ifPresent(ids::add));
  }

  private static Comparator<CheckResult> urgency(RunRecord run) {
    return Comparator.<CheckResult, Boolean>comparing(
            check -> Draft.waiverOf(run, check).isPresent())
        .thenComparing(CheckResult::severity)
        .thenComparing(CheckResult::outcome, Comparator.comparing(o -> o != Outcome.FAIL));
  }

  private static List<String> stepsOf(RunRecord run, CheckResult check) {
    List<String> advice =
        Stream.concat(
                check.gap().stream().map(Gap::settle),
                open(check).flatMap(assertion -> assertion.settle().stream()))
            .map(ForeignText::sentence)
            .toList();
    if (!advice.isEmpty()) {
      return advice;
    }
    Optional<Waiver> waiver = Draft.waiverOf(run, check);
    return List.of(waiver.map(NextStepsSection::beforeItEnds).orElseGet(() -> mend(check)));
  }

  private static String beforeItEnds(Waiver waiver) {
    return ForeignText.sentence(
        "Mend it before waiver `" + waiver.id() + "` ends on " + waiver.expires());
  }

  private static String mend(CheckResult check) {
    String differences =
        open(check)
            .map(it -> it.what() + ": " + it.actual() + ", expected " + it.expected())
            .collect(Collectors.joining("; "));
    if (differences.isEmpty()) {
      return "Nothing was compared: give the check something to expect.";
    }
    String found = ForeignText.sentence("Found " + differences);
    return found + (check.blocking() ? " Mend it, then run again." : ADVISORY);
  }

  private static Stream<Assertion> open(CheckResult check) {
    return check.evaluation().stream()
        .flatMap(evaluation -> evaluation.assertions().stream())
        .filter(assertion -> assertion.outcome() != Outcome.PASS);
  }
}
