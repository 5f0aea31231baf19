package dev.stageproof.formats.html;

import dev.stageproof.formats.templates.MarkupFunction;
import dev.stageproof.formats.templates.Templates;
import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.util.List;

/**
 * The validation report as one page: it loads nothing, runs nothing, and reads the same on paper.
 */
public final class HtmlFormat implements ReportFormat {
  private static final String TEMPLATE = "html/report.html.ftl";

  /** Made at the first use and kept. */
  private static final class Made {
    static final Templates TEMPLATES = new Templates(HtmlOutputFormat.INSTANCE, functions());
  }

  @Override
  public String kind() {
    return "html";
  }

  @Override
  public String extension() {
    return "html";
  }

  @Override
  public String description() {
    return "The validation report for people, as one HTML page that loads nothing.";
  }

  /** Nothing is written to {@code out} unless the whole report could be made. */
  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    Made.TEMPLATES.render(TEMPLATE, record, options, out);
  }

  /** {@code prose(text)}: a sentence, in which names between backticks become code. */
  private static List<MarkupFunction> functions() {
    return List.of(
        new MarkupFunction(
            "prose",
            1,
            HtmlOutputFormat.INSTANCE,
            values -> HtmlText.prose(String.valueOf(values.get(0)))));
  }
}
