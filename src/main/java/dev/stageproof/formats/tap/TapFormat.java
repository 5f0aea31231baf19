package dev.stageproof.formats.tap;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.report.Bearing;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;

/**
 * One test point per check, and a last one for the verdict.
 *
 * <p>A consumer fails the run exactly when the verdict is not PASS:
 *
 * <ul>
 *   <li>a blocking FAIL or INCONCLUSIVE is {@code not ok}, as is a blocking check that the run's
 *       early end cut off;
 *   <li>an advisory finding, a waived failure and a check that its configuration lets through
 *       without data are {@code not ok … # TODO}, which is shown and fails nothing;
 *   <li>a check that was not run is {@code ok … # SKIP};
 *   <li>the point "verdict" is {@code ok} for PASS only: an empty run would be {@code 1..0}, which
 *       passes, and nothing else says that users don't get a revision.
 * </ul>
 *
 * A partial run has no {@code Bail out!}, which would end the other files of the same harness too:
 * every check has its point, and the last one is not ok.
 *
 * @see <a href="https://testanything.org/tap-version-14-specification.html">TAP 14</a>
 */
public final class TapFormat implements ReportFormat {

  @Override
  public String kind() {
    return "tap";
  }

  @Override
  public String extension() {
    return "tap";
  }

  @Override
  public String description() {
    return "TAP version 14, a test point per check and one for the verdict, for test harnesses.";
  }

  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    int points = record.checks().size() + 1;
    out.append("TAP version 14\n1..").append(String.valueOf(points)).append('\n');
    int number = 1;
    for (CheckResult check : record.checks()) {
      point(number++, check, record, out);
    }
    verdict(number, record, out);
  }

  private static void point(int number, CheckResult check, RunRecord run, Appendable out)
      throws IOException {
    Bearing bearing = Bearing.of(check, run);
    String directive =
        switch (bearing.kind()) {
          case PASSED, FAILED, UNSETTLED -> "";
          case TOLERATED -> " # TODO " + TapText.line(bearing.reason().orElseThrow());
          case NOT_RUN -> " # SKIP " + TapText.line(check.headline());
        };
    boolean ok = bearing.kind() == Bearing.Kind.PASSED || bearing.kind() == Bearing.Kind.NOT_RUN;
    String description = check.id() + ": " + check.title();
    out.append(start(ok, number, description)).append(directive).append('\n');
    Diagnostics.of(check).writeTo(out);
  }

  private static void verdict(int number, RunRecord run, Appendable out) throws IOException {
    Verdict verdict = run.judgment().verdict();
    out.append(start(verdict == Verdict.PASS, number, "verdict: " + verdict)).append('\n');
    Diagnostics.of(run).writeTo(out);
  }

  private static String start(boolean ok, int number, String description) {
    return (ok ? "ok " : "not ok ") + number + " - " + TapText.line(description);
  }
}
