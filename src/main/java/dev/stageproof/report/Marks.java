package dev.stageproof.report;

import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Finding;
import dev.stageproof.model.LogFindings.Change;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Verdict;

/** The marks that let a reader find what matters by eye; a word always stands beside them. */
public final class Marks {
  private static final String GOOD = "✅";
  private static final String BAD = "❌";
  private static final String OPEN = "❔";

  /** Goes before what the reader should be careful about. */
  static final String CARE = "⚠️";

  private static final String NOT_RUN = "⏭️";

  private Marks() {}

  public static String of(Outcome outcome) {
    return switch (outcome) {
      case PASS -> GOOD;
      case FAIL -> BAD;
      case INCONCLUSIVE -> OPEN;
      case SKIPPED -> NOT_RUN;
    };
  }

  public static String of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> GOOD;
      case FAIL -> BAD;
      case INCONCLUSIVE -> OPEN;
    };
  }

  static String of(ClaimResult.Answer answer) {
    return switch (answer) {
      case VERIFIED -> GOOD;
      case REFUTED -> BAD;
      case NOT_VERIFIED -> OPEN;
    };
  }

  static String of(Change change) {
    return switch (change) {
      case NEW -> "🆕";
      case GONE -> "➖";
      case KNOWN -> "▫️";
    };
  }

  static String of(Finding.Kind kind) {
    return switch (kind) {
      case NEW -> "🆕";
      case PRE_EXISTING -> "🕰️";
      case FIXED -> "🔧";
      case UNCHANGED -> "▫️";
      case NOT_COMPARED -> OPEN;
    };
  }

  static String of(Remark.Kind kind) {
    return switch (kind) {
      case ADVISORY_FAILURE -> CARE;
      case ADVISORY_UNSETTLED -> OPEN;
      case WAIVER -> "🗓️";
      case FLAKY -> "🔁";
      case NO_DATA_ALLOWED -> CARE;
      case CONTRADICTION -> CARE;
      case DEPLOYMENT -> CARE;
      case CHECK, RUN -> "ℹ️";
    };
  }
}
