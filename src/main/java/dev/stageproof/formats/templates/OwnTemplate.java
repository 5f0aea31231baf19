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
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
   * @param characters how much it may write
   * @param time how long it may take
   */
  public record Limits(int bytes, int characters, Duration time) {

    /** For every template of a user's. */
    public static final Limits USUAL =
        new Limits(1024 * 1024, 32 * 1024 * 1024, Duration.ofSeconds(30));
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
    var work =
        new FutureTask<Void>(
            () -> {
              template.process(model, new BoundedWriter(text, limits.characters()));
              return null;
            });
    Thread worker = new Thread(work, "template");
    worker.setDaemon(true);
    worker.start();
    await(work);
    text.writeTo(out);
  }

  /** FreeMarker can't be interrupted: a loop that never ends is left to end with the process. */
  private void await(FutureTask<Void> work) throws IOException {
    try {
      work.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw problem(e.getCause());
    } catch (TimeoutException e) {
      String time = Figures.duration(limits.time());
      throw wrong("it did not end within " + time + "; look for its loops", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw wrong("the run was interrupted while it was written", e);
    }
  }

  private IOException problem(Throwable cause) {
    if (cause instanceof TemplateException e) {
      return e.getCause() instanceof BoundedWriter.FullException full
          ? wrong(full.getMessage(), e)
          : TemplateProblem.of(e);
    }
    if (cause instanceof StackOverflowError || cause instanceof OutOfMemoryError) {
      return wrong("it takes too much memory; look for macros that call themselves", cause);
    }
    return wrong(String.valueOf(cause.getMessage()), cause);
  }

  private IOException wrong(String what, Throwable cause) {
    return new IOException("template " + template.getSourceName() + ": " + what, cause);
  }
}
