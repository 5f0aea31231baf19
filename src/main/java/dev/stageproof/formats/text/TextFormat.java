package dev.stageproof.formats.text;

import dev.stageproof.model.RunRecord;
import dev.stageproof.report.ReportView;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;

/**
 * The report in short: verdict, facts, what was asked, checks, observations, next steps and
 * confidence, at most {@value Lines#WIDTH} characters wide; only commands, which are there to be
 * copied, are wider. What needs more room stands in the Markdown report.
 */
public final class TextFormat implements ReportFormat {

  @Override
  public String kind() {
    return "text";
  }

  @Override
  public String extension() {
    return "txt";
  }

  @Override
  public String description() {
    return "The report in short, as plain text for terminals and mails.";
  }

  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    ReportView view = ReportView.of(record);
    Lines lines = new Lines();
    new ShortReport(lines).write(view);
    out.append(lines.text());
  }
}
