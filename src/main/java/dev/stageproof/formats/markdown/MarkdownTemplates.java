package dev.stageproof.formats.markdown;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/** Where templates come from and what they may do: no classes, no files but templates. */
final class MarkdownTemplates {

  /** The folder in the jar; a user's folder has the same names in it. */
  private static final String BUILT_IN = "/stageproof/templates";

  private MarkdownTemplates() {}

  /** Made at the first use and kept: it caches the parsed templates. */
  private static final class BuiltIn {
    static final Configuration CONFIGURATION = configuration(builtIn());
  }

  /**
   * The built-in templates, with those of a folder before them. A template is read from within the
   * folder only, even when its name or a symbolic link points out of it.
   *
   * @throws IOException when the folder can't be read
   */
  static Configuration with(Optional<Path> folder) throws IOException {
    if (folder.isEmpty()) {
      return BuiltIn.CONFIGURATION;
    }
    TemplateLoader own = new FileTemplateLoader(folder.get().toFile());
    return configuration(new MultiTemplateLoader(new TemplateLoader[] {own, builtIn()}));
  }

  private static TemplateLoader builtIn() {
    return new ClassTemplateLoader(MarkdownTemplates.class, BUILT_IN);
  }

  private static Configuration configuration(TemplateLoader loader) {
    var configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(loader);
    configuration.setRegisteredCustomOutputFormats(List.of(MarkdownOutputFormat.INSTANCE));
    configuration.setOutputFormat(MarkdownOutputFormat.INSTANCE);
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
    for (Map.Entry<String, TemplateModel> function : MarkdownFunctions.all().entrySet()) {
      configuration.setSharedVariable(function.getKey(), function.getValue());
    }
    return configuration;
  }
}
