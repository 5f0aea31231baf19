package dev.stageproof.formats.templates;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What templates can call by a name; what it returns is not escaped again.
 *
 * @param arity how many values it needs
 * @param format the format of what it returns
 * @param markup makes markup of the values; each is a view's record, or a text
 */
public record MarkupFunction(
    String name,
    int arity,
    CommonMarkupOutputFormat<?> format,
    Function<List<Object>, String> markup)
    implements TemplateMethodModelEx {

  @Override
  @SuppressWarnings("rawtypes") // As FreeMarker declares it.
  public Object exec(List arguments) throws TemplateModelException {
    List<Object> values = new ArrayList<>();
    for (Object argument : arguments) {
      values.add(DeepUnwrap.unwrap((TemplateModel) argument));
    }
    if (values.size() != arity || values.contains(null)) {
      throw new TemplateModelException(name + "() needs " + arity + " value(s)");
    }
    return format.fromMarkup(markup.apply(values));
  }
}
