package dev.stageproof.formats.html;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;

/**
 * Tells FreeMarker how to escape for HTML. Its own way would leave in a user's template what no
 * page should have, such as marks that reorder text, and lines that a workflow's runner obeys.
 */
final class HtmlOutputFormat extends CommonMarkupOutputFormat<HtmlOutputFormat.Markup> {
  static final HtmlOutputFormat INSTANCE = new HtmlOutputFormat();

  /** A piece of HTML, or of text that becomes HTML by escaping. */
  static final class Markup extends CommonTemplateMarkupOutputModel<Markup> {
    private Markup(String plainText, String markup) {
      super(plainText, markup);
    }

    @Override
    public HtmlOutputFormat getOutputFormat() {
      return INSTANCE;
    }
  }

  private HtmlOutputFormat() {}

  @Override
  public String getName() {
    return "Page";
  }

  @Override
  public String getMimeType() {
    return "text/html";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(HtmlText.escaped(text));
  }

  @Override
  public String escapePlainText(String text) {
    return HtmlText.escaped(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return builtIn.equals("html") || builtIn.equals("xhtml") || builtIn.equals("xml");
  }

  @Override
  protected Markup newTemplateMarkupOutputModel(String plainText, String markup) {
    return new Markup(plainText, markup);
  }
}
