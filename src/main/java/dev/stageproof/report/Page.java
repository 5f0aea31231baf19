package dev.stageproof.report;

import dev.stageproof.model.Subject;
import java.util.List;

/**
 * A page outside the report that is worth reading beside it.
 *
 * @param url as it was configured; a format decides what it makes a link
 */
public record Page(String title, String url) {

  static List<Page> of(Subject subject) {
    return subject.links().stream()
        .map(link -> new Page(ForeignText.line(link.title()), ForeignText.clean(link.url())))
        .toList();
  }
}
