package dev.stageproof.config;

/** Draws one problem with its source line and a caret under the fault. */
final class Diagnostic {

  /** Code points of the source line that are shown; leaves room for the gutter on 100 columns. */
  private static final int SCREEN = 88;

  /** Code points kept before the fault when the line has to be cut. */
  private static final int BEFORE = 32;

  private static final String CUT = "…";

  private Diagnostic() {}

  static String of(Problem problem) {
    if (problem.line() == 0) {
      return problem.file()
          + ": "
          + problem.message()
          + "\n"
          + problem.hint().map(hint -> "  = " + hint + "\n").orElse("");
    }
    return head(problem) + source(problem);
  }

  private static String head(Problem problem) {
    String place = problem.file() + ":" + problem.line() + ":" + problem.column();
    return place + ": " + problem.message() + "\n";
  }

  private static String source(Problem problem) {
    String number = Integer.toString(problem.line());
    String blank = " ".repeat(number.length());
    int[] points = problem.sourceLine().codePoints().toArray();
    int start = start(points.length, problem.column() - 1);
    int end = Math.min(points.length, start + SCREEN);
    String lead = start > 0 ? CUT : "";
    String shown = lead + new String(points, start, end - start) + (end < points.length ? CUT : "");
    int indent = lead.length() + problem.column() - 1 - start;
    int width = Math.max(1, Math.min(problem.width(), end - problem.column() + 1));
    return " "
        + number
        + " | "
        + shown
        + "\n"
        + " "
        + blank
        + " | "
        + " ".repeat(indent)
        + "^".repeat(width)
        + "\n"
        + problem.hint().map(hint -> " " + blank + " = " + hint + "\n").orElse("");
  }

  /** Where the shown part of a line begins. */
  private static int start(int length, int fault) {
    if (length <= SCREEN || fault < SCREEN - BEFORE) {
      return 0;
    }
    return Math.max(0, Math.min(fault - BEFORE, length - SCREEN));
  }
}
