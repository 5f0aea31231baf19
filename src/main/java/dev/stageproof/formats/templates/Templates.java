package dev.stageproof.formats.templates;

import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Marks;
import dev.stageproof.report.ReportView;
import dev.stageproof.spi.RenderOptions;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.MarkupOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * The templates of one format: what they are given, and what they may do: no classes, no files but
 * templates. Keeps the parsed built-in ones. Safe for use by several threads.
 */
public final class Templates {

  /**
   * For templates of which some are a user's: a built-in report of 10,000 checks has some 30
   * million characters.
   */
  public static final Bounds USUAL = new Bounds(256L * 1024 * 1024, Duration.ofMinutes(2));

  /** The folder in the jar; a user's folder has the same names in it. */
  private static final String BUILT_IN = "/stageproof/templates";

  private final CommonMarkupOutputFormat<?> format;
  private final List<MarkupFunction> functions;
  private final Configuration builtIn;
  private final Bounds bounds;

  /**
   * Costs some 40 ms: make it when the first report is written, not when the format is found.
   *
   * @param format how every interpolation of every template is escaped, a user's included
   * @param functions what templates can call besides {@code ${…}}
   */
  public Templates(CommonMarkupOutputFormat<?> format, List<MarkupFunction> functions) {
    this(format, functions, USUAL);
  }

  Templates(CommonMarkupOutputFormat<?> format, List<MarkupFunction> functions, Bounds bounds) {
    this.bounds = bounds;
    this.format = format;
    this.functions = List.copyOf(functions);
    this.builtIn = configuration(builtIn(), format, this.functions);
  }

  /**
   * Writes a report by a template, which sees the run's view as {@code report}. Nothing is written
   * to {@code out} unless the whole report could be made.
   *
   * @throws IOException when {@code out} can't be used, or a template is missing or wrong: the
   *     message names it and its line
   */
  public void render(String template, RunRecord record, RenderOptions options, Appendable out)
      throws IOException {
    HeldText text = new HeldText();
    Map<String, Object> model = Map.of("report", ReportView.of(record, Marks.in(options.marks())));
    if (options.templates().isPresent()) {
      String folder = "of " + options.templates().get();
      bounds.hold(folder, bounded -> process(template, model, options, bounded), text);
    } else {
      process(template, model, options, text);
    }
    text.writeTo(out);
  }

  private void process(
      String template, Map<String, Object> model, RenderOptions options, Writer out)
      throws IOException {
    try {
      with(options.templates()).getTemplate(template).process(model, out);
    } catch (TemplateException | ParseException e) {
      throw TemplateProblem.of(e);
    } catch (TemplateNotFoundException e) {
      throw new IOException("template " + e.getTemplateName() + " was not found", e);
    } catch (MalformedTemplateNameException e) {
      throw new IOException("no template can be named " + e.getTemplateName(), e);
    } catch (SecurityException e) {
      throw new IOException("a template lies outside the templates folder", e);
    }
  }

  /**
   * The built-in templates, with those of a folder before them. A template is read from within the
   * folder only, even when its name or a symbolic link points out of it.
   */
  private Configuration with(Optional<Path> folder) throws IOException {
    if (folder.isEmpty()) {
      return builtIn;
    }
    TemplateLoader own = new FileTemplateLoader(folder.get().toFile());
    var both = new MultiTemplateLoader(new TemplateLoader[] {own, builtIn()});
    return configuration(both, format, functions);
  }

  static TemplateLoader builtIn() {
    return new ClassTemplateLoader(Templates.class, BUILT_IN);
  }

  /** What every template may do, and how what it interpolates is escaped. */
  static Configuration configuration(
      TemplateLoader loader, OutputFormat format, List<MarkupFunction> functions) {
    var configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(loader);
    if (format instanceof MarkupOutputFormat<?>) {
      configuration.setRegisteredCustomOutputFormats(List.of(format));
    }
    configuration.setOutputFormat(format);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setObjectWrapper(new ViewWrapper());
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setLocalizedLookup(false);
    configuration.setNumberFormat("computer");
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    functions.forEach(function -> configuration.setSharedVariable(function.name(), function));
    return configuration;
  }
}
