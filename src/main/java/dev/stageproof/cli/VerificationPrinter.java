package dev.stageproof.cli;

import dev.stageproof.gate.ToolVersion;
import dev.stageproof.gate.Verification;
import dev.stageproof.gate.Verification.Edit;
import dev.stageproof.model.RunRecord;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Says whether a report is what its record renders to, and shows the first place that is not. */
record VerificationPrinter(PrintStream out, Path report, RunRecord run) {

  /** What a line shows before the place that differs. */
  private static final int BEFORE = 30;

  private static final int WIDTH = 100;

  void print(Verification verification) {
    if (verification.edit().isPresent()) {
      edited(verification, verification.edit().get());
      return;
    }
    out.println(
        report
            + " says what the record says, as "
            + verification.kind()
            + (verification.lineEnds()
                ? "; only its lines end with CR LF, as git writes them with core.autocrlf."
                : ", byte for byte."));
  }

  private void edited(Verification verification, Edit edit) {
    out.println(
        report
            + " is not what the record renders to as "
            + verification.kind()
            + ": line "
            + edit.line()
            + ", column "
            + edit.column());
    out.println("  report: " + line(edit.report(), edit.column()));
    out.println("  record: " + line(edit.rendered(), edit.column()));
    if (!run.toolVersion().equals(ToolVersion.get())) {
      out.println(
          "The record is of stageproof "
              + run.toolVersion()
              + " and this is "
              + ToolVersion.get()
              + ", which may render otherwise.");
    }
  }

  /** The line from a little before the place; what can't be seen is told by its number. */
  private static String line(Optional<String> line, int column) {
    if (line.isEmpty()) {
      return "(it has ended)";
    }
    int[] points = line.get().codePoints().toArray();
    int from = Math.max(0, column - 1 - BEFORE);
    String rest = new String(points, from, points.length - from);
    String at = column <= points.length ? name(points[column - 1]) : "the end of the line";
    return "`" + (from > 0 ? "…" : "") + Text.line(rest, WIDTH) + "` (" + at + ")";
  }

  private static String name(int point) {
    return String.format("U+%04X", point);
  }
}
