package dev.stageproof.formats.markdown;

import dev.stageproof.formats.templates.MarkupFunction;
import freemarker.core.OutputFormat;
import java.util.List;

/** How templates write Markdown, for templates of a user's own as well. */
public final class MarkdownTemplating {

  /** Escapes every interpolation. */
  public static final OutputFormat ESCAPING = MarkdownOutputFormat.INSTANCE;

  /** {@code code()}, {@code cellCode()}, {@code fenced()}, {@code ref()} and {@code page()}. */
  public static final List<MarkupFunction> FUNCTIONS = MarkdownFunctions.all();

  private MarkdownTemplating() {}
}
