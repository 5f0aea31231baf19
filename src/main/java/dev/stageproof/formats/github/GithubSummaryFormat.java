package dev.stageproof.formats.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stageproof.formats.markdown.MarkdownFormat;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Fitting;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;

/**
 * The Markdown report, cut to what a step's summary may hold: GitHub shows nothing of one that is
 * longer. Whole sections are left out, those that are missed least first, and the first line says
 * which.
 */
public final class GithubSummaryFormat implements ReportFormat {

  /** "Job summaries are isolated between steps and each step is restricted to … 1 MiB". */
  static final int LIMIT = 1024 * 1024;

  private final MarkdownFormat markdown = new MarkdownFormat();

  @Override
  public String kind() {
    return "github-summary";
  }

  @Override
  public String extension() {
    return "summary.md";
  }

  @Override
  public String description() {
    return "The Markdown report within the 1 MiB of a GitHub Actions step summary.";
  }

  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    out.append(within(LIMIT, record, options));
  }

  /** The report in at most so many bytes. */
  String within(int limit, RunRecord record, RenderOptions options) throws IOException {
    return new Fitting(
            limit, text -> text.getBytes(UTF_8).length, "a step's summary", limit / 1024 + " KiB")
        .fit(record, run -> markdown(run, options));
  }

  private String markdown(RunRecord record, RenderOptions options) throws IOException {
    StringBuilder text = new StringBuilder();
    markdown.render(record, options, text);
    return text.toString();
  }
}
