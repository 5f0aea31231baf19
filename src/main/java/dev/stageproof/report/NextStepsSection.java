package dev.stageproof.report;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What would settle or mend each finding; what blocks comes first, failures before gaps. */
public record NextStepsSection(String heading, List<Step> steps) implements SectionView {

  /**
   * One thing to do.
   *
   * @param checks the checks that it would help
   */
  public record Step(List<Link> checks, String text) {}

  private static final Comparator<CheckResult> URGENCY =
      Comparator.comparing(CheckResult::severity)
          .thenComparing(check -> check.outcome() != Outcome.FAIL)
          .thenComparing(CheckResult::outcome);

  @Override
  public String template() {
    return "next-steps";
  }

  static NextStepsSection of(String heading, Draft draft) {
    return new NextStepsSection(heading, linked(draft));
  }

  static List<Step> linked(Draft draft) {
    return steps(draft.run()).entrySet().stream()
        .map(step -> new Step(step.getValue().stream().map(draft::link).toList(), step.getKey()))
        .toList();
  }

  /** Each step with the ids of the checks that it would help. */
  static Map<String, Set<String>> steps(RunRecord run) {
    Map<String, Set<String>> steps = new LinkedHashMap<>();
    run.checks().stream()
        .filter(check -> check.outcome() != Outcome.PASS)
        .sorted(URGENCY)
        .forEach(
            check ->
                stepsOf(check)
                    .forEach(
                        text ->
                            steps
                                .computeIfAbsent(ForeignText.line(text), t -> new LinkedHashSet<>())
                                .add(check.id())));
    return steps;
  }

  private static Stream<String> stepsOf(CheckResult check) {
    if (check.gap().isPresent()) {
      return check.gap().stream().map(Gap::settle);
    }
    return check
        .evaluation()
        .map(Evaluation::assertions)
        .filter(assertions -> !assertions.isEmpty())
        .map(
            assertions ->
                assertions.stream().filter(NextStepsSection::open).map(NextStepsSection::step))
        .orElse(Stream.of("nothing was compared: give the check something to expect"));
  }

  private static boolean open(Assertion assertion) {
    return assertion.outcome() != Outcome.PASS;
  }

  private static String step(Assertion assertion) {
    return assertion
        .settle()
        .orElse(
            "mend "
                + assertion.what()
                + ": expected "
                + assertion.expected()
                + ", seen "
                + assertion.actual());
  }
}
