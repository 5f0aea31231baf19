package dev.stageproof.report;

import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Finding;
import dev.stageproof.model.LogFindings.Change;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Verdict;
import dev.stageproof.spi.MarkStyle;

/**
 * The marks that let a reader find what matters by eye; a word always stands beside them.
 *
 * @param good goes with PASS and what is like it
 * @param bad goes with FAIL
 * @param open goes with INCONCLUSIVE
 * @param notRun goes with SKIPPED
 * @param care goes before what the reader should be careful about
 */
public record Marks(
    String good,
    String bad,
    String open,
    String notRun,
    String care,
    String fresh,
    String gone,
    String same,
    String old,
    String mended,
    String dated,
    String again,
    String info) {

  private static final Marks EMOJI =
      new Marks("✅", "❌", "❔", "⏭️", "⚠️", "🆕", "➖", "▫️", "🕰️", "🔧", "🗓️", "🔁", "ℹ️");

  /** None of them begins a list, a heading or a quote where it begins a line of Markdown. */
  private static final Marks ASCII =
      new Marks("ok", "x", "?", "/", "!", "!", "/", "=", ":", "ok", ":", "!", "i");

  /** The marks of a style. */
  public static Marks in(MarkStyle style) {
    return style == MarkStyle.ASCII ? ASCII : EMOJI;
  }

  public String of(Outcome outcome) {
    return switch (outcome) {
      case PASS -> good;
      case FAIL -> bad;
      case INCONCLUSIVE -> open;
      case SKIPPED -> notRun;
    };
  }

  public String of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> good;
      case FAIL -> bad;
      case INCONCLUSIVE -> open;
    };
  }

  String of(ClaimResult.Answer answer) {
    return switch (answer) {
      case VERIFIED -> good;
      case REFUTED -> bad;
      case NOT_VERIFIED -> open;
    };
  }

  String of(Change change) {
    return switch (change) {
      case NEW -> fresh;
      case GONE -> gone;
      case KNOWN -> same;
    };
  }

  String of(Finding.Kind kind) {
    return switch (kind) {
      case NEW -> fresh;
      case PRE_EXISTING -> old;
      case FIXED -> mended;
      case UNCHANGED -> same;
      case NOT_COMPARED -> open;
    };
  }

  String of(Remark.Kind kind) {
    return switch (kind) {
      case ADVISORY_FAILURE, NO_DATA_ALLOWED, CONTRADICTION, DEPLOYMENT -> care;
      case ADVISORY_UNSETTLED -> open;
      case WAIVER -> dated;
      case FLAKY -> again;
      case CHECK, RUN -> info;
    };
  }
}
