package dev.stageproof.formats.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stageproof.formats.markdown.MarkdownFormat;
import dev.stageproof.model.ReportSettings;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Headings;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Markdown report, cut to what a step's summary may hold: GitHub shows nothing of one that is
 * longer. Whole sections are left out, those that are missed least first, and the first line
 * says which.
 */
public final class GithubSummaryFormat implements ReportFormat {

  /** "Job summaries are isolated between steps and each step is restricted to … 1 MiB". */
  static final int LIMIT = 1024 * 1024;

  /** From what is missed least to what is missed most; the head of the report always stays. */
  private static final List<Section> EXPENDABLE =
      List.of(
          Section.EVIDENCE,
          Section.GROUPS,
          Section.LOGS,
          Section.HEALTH,
          Section.DEPLOYMENT,
          Section.COMPARISON,
          Section.CLAIMS,
          Section.NOTES,
          Section.METRICS,
          Section.OBSERVATIONS,
          Section.NEXT_STEPS,
          Section.SUMMARY,
          Section.CONFIDENCE,
          Section.RECOMMENDATION);

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
    List<Section> left = new ArrayList<>(record.report().sections());
    List<Section> out = new ArrayList<>();
    String text = markdown(record, options);
    for (Section section : EXPENDABLE) {
      if (text.getBytes(UTF_8).length <= limit) {
        return text;
      }
      if (left.removeIf(section::equals)) {
        out.add(section);
        var settings = new ReportSettings(record.report().title(), left);
        text = note(limit, out) + markdown(record.withReport(settings), options);
      }
    }
    return text.getBytes(UTF_8).length <= limit ? text : verdict(record);
  }

  private String markdown(RunRecord record, RenderOptions options) throws IOException {
    StringBuilder text = new StringBuilder();
    markdown.render(record, options, text);
    return text.toString();
  }

  private static String note(int limit, List<Section> out) {
    String names = out.stream().map(Headings::plain).collect(Collectors.joining(", "));
    return "> ⚠️ **Cut to "
        + limit / 1024
        + " KiB.** Left out: "
        + names
        + ". The whole report is in the files that the run wrote.\n\n";
  }

  /** Without a word of foreign text. */
  private static String verdict(RunRecord run) {
    return "# "
        + run.judgment().verdict()
        + ", confidence "
        + run.judgment().confidence().level()
        + "\n\nThe report is too long for a step's summary; it is whole in the files that the run"
        + " wrote.\n";
  }
}
