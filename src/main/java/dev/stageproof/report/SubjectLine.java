package dev.stageproof.report;

import dev.stageproof.model.Subject;
import java.util.List;
import java.util.Optional;

/**
 * What the deployment is about.
 *
 * @param links pages worth reading beside the report
 */
public record SubjectLine(
    Optional<String> title,
    Optional<String> priority,
    Optional<String> branch,
    Optional<String> commit,
    List<Page> links) {

  /**
   * A page outside the report.
   *
   * @param url starts with http:// or https://
   */
  public record Page(String title, String url) {}

  static SubjectLine of(Subject subject) {
    return new SubjectLine(
        subject.title().map(ForeignText::line),
        subject.priority().map(ForeignText::line),
        subject.branch().map(ForeignText::line),
        subject.commit().map(ForeignText::line),
        subject.links().stream()
            .map(link -> new Page(ForeignText.line(link.title()), ForeignText.clean(link.url())))
            .toList());
  }

  /** True when there is nothing to say. */
  public boolean isEmpty() {
    return title.isEmpty()
        && priority.isEmpty()
        && branch.isEmpty()
        && commit.isEmpty()
        && links.isEmpty();
  }
}
