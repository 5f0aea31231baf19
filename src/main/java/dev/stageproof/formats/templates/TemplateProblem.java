package dev.stageproof.formats.templates;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.util.regex.Pattern;

/** Says where a template is wrong, and how, without what FreeMarker adds for its own users. */
final class TemplateProblem {

  /** The place, which stands before the message already. */
  private static final Pattern PLACE =
      Pattern.compile(" \\[in template \"[^\"]*\" at line \\d+, column \\d+\\]");

  /** What FreeMarker tells of itself. */
  private static final Pattern ASIDE =
      Pattern.compile(
          " (?:The name was interpreted by this TemplateLoader|Help \\(latest version\\)):");

  private TemplateProblem() {}

  static IOException of(Exception e) {
    if (e instanceof TemplateException wrong) {
      String message = wrong.getMessageWithoutStackTop();
      return problem(
          wrong.getTemplateSourceName(),
          wrong.getLineNumber(),
          wrong.getColumnNumber(),
          message == null ? "it failed" : message,
          e);
    }
    ParseException wrong = (ParseException) e;
    return problem(
        wrong.getTemplateName(),
        wrong.getLineNumber(),
        wrong.getColumnNumber(),
        wrong.getEditorMessage(),
        e);
  }

  /** FreeMarker's messages go on below a rule with tips and a stack, which no one needs here. */
  private static IOException problem(
      String template, Integer line, Integer column, String message, Exception e) {
    String place = line == null ? template : template + ":" + line + ":" + column;
    String what = message.split("\n----", 2)[0].strip().replaceAll("\\s+", " ");
    String told = ASIDE.split(PLACE.matcher(what).replaceAll(""), 2)[0];
    return new IOException("template " + place + ": " + told, e);
  }
}
