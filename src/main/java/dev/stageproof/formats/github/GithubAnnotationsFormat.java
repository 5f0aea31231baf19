package dev.stageproof.formats.github;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.report.Bearing;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Workflow commands that GitHub Actions shows at the run and in the pull request: one for the
 * verdict, an error for each finding that holds it up, a warning for each other finding.
 *
 * <p>GitHub shows at most ten of a level for a step, so the last of too many says how many there
 * are besides.
 *
 * @see <a
 *     href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">workflow
 *     commands</a>
 */
public final class GithubAnnotationsFormat implements ReportFormat {
  private static final int MOST = 10;

  @Override
  public String kind() {
    return "github-annotations";
  }

  @Override
  public String extension() {
    return "annotations.txt";
  }

  @Override
  public String description() {
    return "The ::error and ::warning lines of GitHub Actions, at most ten of each.";
  }

  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    Annotation verdict = verdict(record);
    List<Annotation> errors = new ArrayList<>();
    List<Annotation> warnings = new ArrayList<>();
    for (CheckResult check : record.checks()) {
      Bearing bearing = Bearing.of(check, record);
      if (bearing.counts()) {
        errors.add(finding(Annotation.Level.ERROR, check, bearing));
      } else if (bearing.kind() == Bearing.Kind.TOLERATED) {
        warnings.add(finding(Annotation.Level.WARNING, check, bearing));
      }
    }
    verdict.writeTo(out);
    int room = verdict.level() == Annotation.Level.ERROR ? MOST - 1 : MOST;
    write(errors, room, out);
    write(warnings, MOST, out);
  }

  private static Annotation verdict(RunRecord run) {
    Verdict verdict = run.judgment().verdict();
    Annotation.Level level =
        verdict == Verdict.PASS ? Annotation.Level.NOTICE : Annotation.Level.ERROR;
    String confidence = ", confidence " + run.judgment().confidence().level();
    return new Annotation(level, "stageproof: " + verdict + confidence, run.judgment().because());
  }

  private static Annotation finding(Annotation.Level level, CheckResult check, Bearing bearing) {
    String why = bearing.reason().map(reason -> " (" + reason + ")").orElse("");
    String settle = check.gap().map(gap -> "; " + gap.settle()).orElse("");
    return new Annotation(
        level,
        check.id() + ": " + check.outcome() + why,
        check.title() + ": " + check.headline() + settle);
  }

  private static void write(List<Annotation> all, int room, Appendable out) throws IOException {
    int shown = all.size() <= room ? all.size() : room - 1;
    for (Annotation annotation : all.subList(0, shown)) {
      annotation.writeTo(out);
    }
    if (shown < all.size()) {
      String rest = all.size() - shown + " more findings";
      new Annotation(all.get(0).level(), rest, "They are in the step's summary and in the report.")
          .writeTo(out);
    }
  }
}
