package dev.stageproof.formats.template;

import dev.stageproof.formats.markdown.MarkdownTemplating;
import dev.stageproof.formats.templates.MarkupFunction;
import dev.stageproof.formats.templates.OwnTemplate;
import dev.stageproof.model.RunRecord;
import dev.stageproof.shape.Nearest;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.XMLOutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a FreeMarker template makes of the view, {@code report}. The file's name tells how what it
 * interpolates is escaped: by its ending, before a {@code .ftl} if there is one.
 */
public final class TemplateFormat implements ReportFormat {
  private static final Map<String, OutputFormat> ESCAPING =
      new TreeMap<>(
          Map.of(
              "html", HTMLOutputFormat.INSTANCE,
              "xml", XMLOutputFormat.INSTANCE,
              "md", MarkdownTemplating.ESCAPING,
              "txt", PlainTextOutputFormat.INSTANCE));

  @Override
  public String kind() {
    return "template";
  }

  @Override
  public String extension() {
    return "txt";
  }

  @Override
  public String description() {
    return "A report by a FreeMarker template of your own; its ending tells how it is escaped: "
        + endings()
        + ".";
  }

  @Override
  public Optional<String> argument() {
    return Optional.of("FILE");
  }

  @Override
  public ReportFormat with(String argument) throws IOException {
    String name = Path.of(argument).getFileName().toString().replaceFirst("\\.ftl$", "");
    String ending = name.substring(name.lastIndexOf('.') + 1);
    OutputFormat format = ESCAPING.get(ending);
    if (format == null) {
      throw new IOException(
          "template "
              + argument
              + ": its ending does not tell how to escape"
              + Nearest.to(ending, ESCAPING.keySet()).map(it -> ", is it ." + it + "?").orElse("")
              + "; it may be "
              + endings()
              + ", with or without .ftl behind");
    }
    List<MarkupFunction> functions = ending.equals("md") ? MarkdownTemplating.FUNCTIONS : List.of();
    return new Bound(this, ending, OwnTemplate.read(Path.of(argument), format, functions));
  }

  private static String endings() {
    return "." + String.join(", .", ESCAPING.keySet());
  }

  /** Which template is not known here; the gate refuses such an output before the run. */
  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    throw new IOException("a template is missing: -o template:FILE=PATH");
  }

  /** The format with its template. */
  private record Bound(ReportFormat whole, String extension, OwnTemplate template)
      implements ReportFormat {

    @Override
    public String kind() {
      return whole.kind();
    }

    @Override
    public String description() {
      return whole.description();
    }

    @Override
    public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
      template.render(record, options, out);
    }
  }
}
