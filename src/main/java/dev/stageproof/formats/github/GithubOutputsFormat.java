package dev.stageproof.formats.github;

import dev.stageproof.model.Identity;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.ForeignText;
import dev.stageproof.shape.Digests;
import dev.stageproof.shape.Trees;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A step's outputs: what later steps read as {@code steps.ID.outputs.verdict}.
 *
 * <p>Each value stands between two delimiters. They come from the record's digest, which nothing
 * within the record can know: foreign text can't end its value and set another output.
 */
public final class GithubOutputsFormat implements ReportFormat {

  @Override
  public String kind() {
    return "github-outputs";
  }

  @Override
  public String extension() {
    return "outputs.txt";
  }

  @Override
  public String description() {
    return "The step outputs of GitHub Actions: verdict, confidence, report id and counts.";
  }

  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    String digest = Digests.ofTree(Trees.of(record));
    for (Map.Entry<String, String> output : outputs(record).entrySet()) {
      String value = ForeignText.line(output.getValue());
      String delimiter = delimiter(digest, value);
      out.append(output.getKey()).append("<<").append(delimiter).append('\n');
      out.append(value).append('\n').append(delimiter).append('\n');
    }
  }

  /** One that does not occur in the value. */
  static String delimiter(String digest, String value) {
    String delimiter = "stageproof-" + digest;
    return value.contains(delimiter) ? delimiter(Digests.ofText(delimiter), value) : delimiter;
  }

  private static Map<String, String> outputs(RunRecord run) {
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("verdict", run.judgment().verdict().name());
    outputs.put("confidence", run.judgment().confidence().level().name());
    outputs.put("because", run.judgment().because());
    outputs.put("report-id", run.reportId());
    outputs.put("revision", run.identity().map(Identity::revision).orElse(""));
    outputs.put("partial", String.valueOf(run.partial()));
    outputs.put("checks", String.valueOf(run.checks().size()));
    outputs.put("passed", count(run, Outcome.PASS));
    outputs.put("failed", count(run, Outcome.FAIL));
    outputs.put("inconclusive", count(run, Outcome.INCONCLUSIVE));
    outputs.put("skipped", count(run, Outcome.SKIPPED));
    return outputs;
  }

  private static String count(RunRecord run, Outcome outcome) {
    return String.valueOf(run.checks().stream().filter(it -> it.outcome() == outcome).count());
  }
}
