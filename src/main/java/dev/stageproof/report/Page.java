package dev.stageproof.report;

import dev.stageproof.model.Subject;
import java.util.List;
import java.util.Locale;

/**
 * A page outside the report that is worth reading beside it.
 *
 * @param title what the link is to say
 * @param url as it was configured
 * @param web whether it may become a link
 */
public record Page(String title, String url, boolean web) {

  static List<Page> of(Subject subject) {
    return subject.links().stream()
        .map(link -> of(ForeignText.line(link.title()), ForeignText.clean(link.url())))
        .toList();
  }

  static Page of(String title, String url) {
    return new Page(title, url, web(url));
  }

  /** Only web addresses become links: {@code javascript:} and the like stay text. */
  public static boolean web(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }
}
