package dev.stageproof.formats.markdown;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;

/**
 * Tells FreeMarker how to escape for Markdown, so that every {@code ${…}} of every template is
 * escaped without asking, a user's templates included.
 */
final class MarkdownOutputFormat extends CommonMarkupOutputFormat<MarkdownOutputFormat.Markup> {
  static final MarkdownOutputFormat INSTANCE = new MarkdownOutputFormat();

  /** A piece of Markdown, or of text that becomes Markdown by escaping. */
  static final class Markup extends CommonTemplateMarkupOutputModel<Markup> {
    private Markup(String plainText, String markup) {
      super(plainText, markup);
    }

    @Override
    public MarkdownOutputFormat getOutputFormat() {
      return INSTANCE;
    }
  }

  private MarkdownOutputFormat() {}

  @Override
  public String getName() {
    return "Markdown";
  }

  /** RFC 7763. */
  @Override
  public String getMimeType() {
    return "text/markdown";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(MarkdownText.inline(text));
  }

  @Override
  public String escapePlainText(String text) {
    return MarkdownText.inline(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Markup newTemplateMarkupOutputModel(String plainText, String markup) {
    return new Markup(plainText, markup);
  }
}
