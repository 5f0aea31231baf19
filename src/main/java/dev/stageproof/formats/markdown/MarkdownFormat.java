package dev.stageproof.formats.markdown;

import dev.stageproof.formats.templates.Templates;
import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;

/** The validation report for people: valid GitHub-flavoured Markdown, whatever the logs held. */
public final class MarkdownFormat implements ReportFormat {
  private static final String TEMPLATE = "markdown/report.md.ftl";

  /** Made at the first use and kept. */
  private static final class Made {
    static final Templates TEMPLATES =
        new Templates(MarkdownOutputFormat.INSTANCE, MarkdownFunctions.all());
  }

  @Override
  public String kind() {
    return "markdown";
  }

  @Override
  public String extension() {
    return "md";
  }

  @Override
  public String description() {
    return "The validation report for people, in GitHub-flavoured Markdown.";
  }

  /** Nothing is written to {@code out} unless the whole report could be made. */
  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    Made.TEMPLATES.render(TEMPLATE, record, options, out);
  }
}
