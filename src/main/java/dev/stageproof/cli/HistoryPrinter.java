package dev.stageproof.cli;

import dev.stageproof.gate.History;
import dev.stageproof.model.Outcome;
import dev.stageproof.offline.Chronicle;
import dev.stageproof.offline.Chronicle.Unsteady;
import dev.stageproof.offline.Past;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the runs of each service, one line each, the newest next to the prompt. */
record HistoryPrinter(PrintStream out, int limit) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final double MILLIS = 1000.0;

  void print(History history) {
    if (history.services().isEmpty()) {
      out.println("No record of a run.");
    }
    history.services().forEach(this::service);
  }

  private void service(Chronicle all) {
    Chronicle shown = all.newest(limit);
    out.println(
        Text.line(all.service().orElse("without a target"))
            + ": "
            + count(all.runs().size(), "run")
            + (shown.runs().size() < all.runs().size()
                ? ", the newest " + shown.runs().size()
                : ""));
    shown.runs().forEach(this::run);
    Past last = shown.runs().get(shown.runs().size() - 1);
    out.println(
        "  trend "
            + shown.line()
            + "  "
            + last.verdict()
            + " for "
            + count(shown.streak(), "run")
            + " (█ PASS, ▄ INCONCLUSIVE, ▁ FAIL)");
    shown.unsteady().forEach(this::unsteady);
  }

  private void run(Past run) {
    out.println(
        String.format(
            Locale.ROOT,
            "  %s  %-12s  %-6s  %s  %s  %.1f s  %s%s",
            MINUTE.format(run.startedAt()),
            run.verdict(),
            run.confidence(),
            Text.line(run.revision().orElse("no revision")),
            counts(run),
            run.took().toMillis() / MILLIS,
            Text.line(run.reportId()),
            run.partial() ? "  (partial)" : ""));
  }

  private static String counts(Past run) {
    String all = count(run.checks().size(), "check");
    return run.checks().isEmpty()
        ? all
        : all
            + run.counts().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(" ", " (", ")"));
  }

  private void unsteady(Unsteady check) {
    out.println(
        "  flaky "
            + Text.line(check.check())
            + " on "
            + Text.line(check.revision())
            + ": "
            + check.outcomes().stream().map(Outcome::name).collect(Collectors.joining(", ")));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
