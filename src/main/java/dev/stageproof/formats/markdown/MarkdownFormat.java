package dev.stageproof.formats.markdown;

import dev.stageproof.model.RunRecord;
import dev.stageproof.report.ReportView;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import freemarker.core.ParseException;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** The validation report for people: valid GitHub-flavoured Markdown, whatever the logs held. */
public final class MarkdownFormat implements ReportFormat {
  private static final String TEMPLATE = "markdown/report.md.ftl";

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
    var text = new StringWriter();
    Map<String, Object> model = Map.of("report", ReportView.of(record));
    try {
      MarkdownTemplates.with(options.templates()).getTemplate(TEMPLATE).process(model, text);
    } catch (TemplateException e) {
      throw problem(e.getTemplateSourceName(), e.getLineNumber(), e.getMessageWithoutStackTop(), e);
    } catch (ParseException e) {
      throw problem(e.getTemplateName(), e.getLineNumber(), e.getEditorMessage(), e);
    } catch (TemplateNotFoundException e) {
      throw new IOException("template " + e.getTemplateName() + " was not found", e);
    } catch (MalformedTemplateNameException e) {
      throw new IOException("no template can be named " + e.getTemplateName(), e);
    } catch (SecurityException e) {
      throw new IOException("a template lies outside the templates folder", e);
    }
    out.append(text.getBuffer());
  }

  /** FreeMarker's messages go on below a rule with tips and a stack, which no one needs here. */
  private static IOException problem(String template, Integer line, String message, Exception e) {
    String place = line == null ? template : template + ", line " + line;
    String what = message.split("\n----", 2)[0].strip().replaceAll("\\s+", " ");
    return new IOException("template " + place + ": " + what, e);
  }
}
