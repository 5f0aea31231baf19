package dev.stageproof.cli;

import dev.stageproof.gate.Comparison;
import dev.stageproof.model.Change;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Finding.Kind;
import dev.stageproof.model.Finding.Side;
import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Prints two runs beside each other, what matters most first. */
record ComparisonPrinter(PrintStream out) {
  private static final int ANSWER = 60;
  private static final int KIND = Kind.NOT_COMPARED.name().length();

  void print(Comparison comparison) {
    run("before", comparison.before());
    run("now   ", comparison.now());
    comparison.doubts().forEach(doubt -> out.println("! " + Text.line(doubt)));
    findings(comparison.findings());
    comparison.gone().forEach(id -> row("GONE", id, "the later run has no check of this name"));
    metrics(comparison.metrics());
    drift(comparison.now().judgment().drift());
    out.println();
    out.println(conclusion(comparison));
  }

  private void run(String which, RunRecord run) {
    out.println(
        which
            + "  "
            + run.judgment().verdict()
            + "  confidence "
            + run.judgment().confidence().level()
            + "  "
            + Text.line(run.identity().map(Identity::revision).orElse("no revision"))
            + "  "
            + Text.line(run.reportId()));
  }

  private void findings(List<Finding> findings) {
    out.println();
    findings.stream().sorted(Comparator.comparing(Finding::kind)).forEach(this::finding);
  }

  private void finding(Finding finding) {
    String now = answer(finding.now());
    String text =
        switch (finding.kind()) {
          case UNCHANGED -> now;
          case NOT_COMPARED -> now + "; " + finding.because().orElse("");
          case NEW, PRE_EXISTING, FIXED ->
              finding.before().map(before -> answer(before) + " -> ").orElse("") + now;
        };
    row(finding.kind().name().replace('_', '-'), finding.check(), text);
  }

  private static String answer(Side side) {
    return side.outcome() + " " + Text.line(side.headline(), ANSWER);
  }

  private void row(String kind, String check, String text) {
    String word = String.format(Locale.ROOT, "%-" + KIND + "s", kind);
    out.println(word + "  " + Text.line(check) + ": " + Text.line(text));
  }

  private void metrics(List<Comparison.Moved> metrics) {
    if (!metrics.isEmpty()) {
      out.println();
      out.println("Measured otherwise");
    }
    metrics.forEach(
        moved ->
            out.println(
                "  "
                    + Text.line(
                        moved.check()
                            + ", "
                            + moved.metric()
                            + ": "
                            + moved.before()
                            + " -> "
                            + moved.now())));
  }

  private void drift(List<Change> drift) {
    if (!drift.isEmpty()) {
      out.println();
      out.println("Configured otherwise");
    }
    drift.forEach(
        change ->
            out.println(
                "  "
                    + Text.line(
                        change.what()
                            + ": "
                            + change.before().orElse("not set")
                            + " -> "
                            + change.after().orElse("not set"))));
  }

  private static String conclusion(Comparison comparison) {
    String fresh =
        comparison.fresh() == 0
            ? "No new failure"
            : comparison.fresh() + " new failure" + (comparison.fresh() == 1 ? "" : "s");
    String verdicts =
        comparison.before().judgment().verdict() + " -> " + comparison.now().judgment().verdict();
    return fresh
        + (comparison.verdictWorse() ? "; the verdict is worse: " : "; verdict ")
        + verdicts
        + ".";
  }
}
