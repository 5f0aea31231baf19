package dev.stageproof.cli;

import dev.stageproof.gate.Validated;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Baseline;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints what came of a run: one line for each check, the verdict, and where the report is. */
final class Summary {
  private static final int HEADLINE_WIDTH = 100;
  private static final int WORD_WIDTH = Outcome.INCONCLUSIVE.name().length();

  private final Console console;

  /** What was said below a check already: one lost permission is the next step of many. */
  private final Set<String> told = new HashSet<>();

  Summary(Console console) {
    this.console = console;
  }

  void print(Validated validated) {
    RunRecord record = validated.record();
    console.line("");
    List<CheckResult> shown = record.checks().stream().filter(c -> !deselected(c)).toList();
    int width = shown.stream().mapToInt(check -> check.id().length()).max().orElse(0);
    shown.forEach(check -> check(check, width, compared(check, record)));
    int left = record.checks().size() - shown.size();
    if (left > 0) {
      console.line("  " + left + " of " + record.checks().size() + " checks were not selected.");
    }
    console.line("");
    verdict(record);
    record
        .baseline()
        .flatMap(Baseline::gap)
        .ifPresent(gap -> console.line(Text.line("Not compared: " + gap.message())));
    validated.written().forEach(this::report);
  }

  private static boolean deselected(CheckResult check) {
    return check.gap().filter(gap -> gap.reason() == GapReason.DESELECTED).isPresent();
  }

  /** " (pre-existing)" where the baseline tells more of a failure. */
  private static String compared(CheckResult check, RunRecord record) {
    return record.judgment().findings().stream()
        .filter(finding -> finding.check().equals(check.id()))
        .map(Finding::kind)
        .filter(kind -> kind == Finding.Kind.NEW || kind == Finding.Kind.PRE_EXISTING)
        .map(kind -> kind == Finding.Kind.NEW ? " (new)" : " (pre-existing)")
        .findFirst()
        .orElse("");
  }

  private void check(CheckResult check, int width, String compared) {
    String padding = " ".repeat(WORD_WIDTH - check.outcome().name().length());
    String id = String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", check.id());
    String advisory = check.blocking() ? "" : " (advisory)";
    console.line(
        "  "
            + console.word(check.outcome())
            + padding
            + "  "
            + id
            + "  "
            + Text.line(check.headline(), HEADLINE_WIDTH)
            + advisory
            + compared);
    if (!check.outcome().settled() || console.verbosity() > 0) {
      details(check);
    }
  }

  private void details(CheckResult check) {
    check.gap().map(Gap::settle).map(Text::line).ifPresent(this::next);
    if (check.gap().isEmpty()) {
      List<Assertion> open =
          check.evaluation().map(Evaluation::assertions).orElse(List.of()).stream()
              .filter(assertion -> assertion.outcome() != Outcome.PASS)
              .toList();
      open.forEach(assertion -> next(sentence(assertion)));
    }
  }

  private void next(String step) {
    if (told.add(step)) {
      console.line(" ".repeat(WORD_WIDTH + 4) + "-> " + step);
    }
  }

  private static String sentence(Assertion assertion) {
    String seen =
        assertion.what() + ": expected " + assertion.expected() + ", saw " + assertion.actual();
    return Text.line(assertion.settle().map(next -> seen + "; " + next).orElse(seen));
  }

  private void verdict(RunRecord record) {
    Judgment judgment = record.judgment();
    String word = console.word(Outcome.valueOf(judgment.verdict().name()));
    String revision = record.identity().map(Identity::revision).map(name -> "  " + name).orElse("");
    console.line(word + revision + "  confidence " + judgment.confidence().level());
    console.line(Text.line(judgment.because()));
  }

  private void report(Path file) {
    console.line("Report: " + file);
  }
}
