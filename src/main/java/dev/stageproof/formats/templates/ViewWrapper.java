package dev.stageproof.formats.templates;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Optional;

/** Shows the view's records to templates; an absent optional is a missing value. */
final class ViewWrapper extends DefaultObjectWrapper {

  ViewWrapper() {
    super(Configuration.VERSION_2_3_34);
    writeProtect();
  }

  @Override
  public TemplateModel wrap(Object value) throws TemplateModelException {
    return super.wrap(value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
  }
}
