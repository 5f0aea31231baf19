package dev.stageproof.formats.templates;

import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Unit;
import dev.stageproof.report.Figures;
import dev.stageproof.report.Marks;
import dev.stageproof.report.ReportView;
import dev.stageproof.spi.RenderOptions;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One template of a user's own. It reads nothing but the view and the built-in templates, which it
 * can include by their absolute names, makes no objects, and ends: by itself, or when it has
 * written or taken too much.
 */
public final class OwnTemplate {
  private final Template template;
  private final Limits limits;

  /**
   * What a template may use up.
   *
   * @param bytes how large its file may be
   */
  public record Limits(int bytes, Bounds bounds) {

    /** For every template of a user's. */
    public static final Limits USUAL =
        new Limits(1024 * 1024, new Bounds(32 * 1024 * 1024, Duration.ofSeconds(30)));
  }

  private OwnTemplate(Template template, Limits limits) {
    this.template = template;
    this.limits = limits;
  }

  /**
   * Reads and parses a template.
   *
   * @throws IOException when there is none, or it is wrong: the message says where
   */
  public static OwnTemplate read(Path file, OutputFormat format, List<MarkupFunction> functions)
      throws IOException {
    return read(file, format, functions, Limits.USUAL);
  }

  static OwnTemplate read(
      Path file, OutputFormat format, List<MarkupFunction> functions, Limits limits)
      throws IOException {
    Configuration may = Templates.configuration(Templates.builtIn(), format, functions);
    String name = file.toString();
    try (var text = new StringReader(text(file, limits))) {
      return new OwnTemplate(new Template(null, name, text, may), limits);
    } catch (ParseException e) {
      throw TemplateProblem.of(e);
    }
  }

  private static String text(Path file, Limits limits) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("template " + file + ": there is no such file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limits.bytes() + 1);
      if (bytes.length > limits.bytes()) {
        throw new IOException(
            "template "
                + file
                + ": it is larger than "
                + Figures.measured(limits.bytes(), Unit.BYTES));
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /**
   * Writes a report; nothing of it unless the whole could be made.
   *
   * @throws IOException when the template is wrong or does not end
   */
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    HeldText text = new HeldText();
    Map<String, Object> model = Map.of("report", ReportView.of(record, Marks.in(options.marks())));
    limits
        .bounds()
        .hold(template.getSourceName(), bounded -> template.process(model, bounded), text);
    text.writeTo(out);
  }
}
