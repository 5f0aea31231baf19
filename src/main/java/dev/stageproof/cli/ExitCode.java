package dev.stageproof.cli;

import dev.stageproof.model.Verdict;

/** What the process tells its caller; the README's table lists them. */
public enum ExitCode {
  PASS(0, "the verdict is PASS"),
  FAIL(1, "the verdict is FAIL"),
  USAGE(2, "the command line or the configuration can't be used; nothing was asked"),
  INCONCLUSIVE(3, "the verdict is INCONCLUSIVE; `init` and `doctor`: something could not be seen"),
  REPORT(4, "a report could not be written"),
  INTERNAL(70, "an internal error"),
  INTERRUPTED(130, "interrupted; what was observed so far is in the report, marked partial");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }

  /** The exit code of a finished run. */
  static ExitCode of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> PASS;
      case FAIL -> FAIL;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }
}
