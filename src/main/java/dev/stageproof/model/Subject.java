package dev.stageproof.model;

import java.util.List;
import java.util.Optional;

/** What the deployment is about. */
@Doc("What the deployment is about: it heads the report and names its file.")
public record Subject(
    @Doc(value = "The issue or ticket, without `#`.", example = "965") Optional<String> issue,
    @Doc(value = "The report's subject in one line.", example = "WebSocket SSOT, phase 1")
        Optional<String> title,
    @Doc(value = "The priority, as your tracker names it.", example = "P1")
        Optional<String> priority,
    @Doc(value = "The branch that was deployed.", example = "fix/issue-965")
        Optional<String> branch,
    @Doc(value = "The commit that was deployed.", example = "4be1c07") Optional<String> commit,
    @Doc(value = "Who or what validates: a session, a build, a person.", example = "build 5a3c8f1e")
        Optional<String> session,
    @Doc("Pages worth reading beside the report.") List<Link> links) {

  /** A page worth reading beside the report. */
  @Doc("A page worth reading beside the report.")
  public record Link(
      @Doc(value = "What the page is.", example = "Pull request") String title,
      @Doc(value = "Its address.", example = "https://example.com/pull/12") String url) {
    public Link {
      if (!url.startsWith("https://") && !url.startsWith("http://")) {
        throw new InvalidSetting("url", "a link starts with https:// or http://");
      }
    }
  }

  public Subject {
    links = List.copyOf(links);
  }

  /** Nothing is known about what was deployed. */
  public static Subject unknown() {
    return new Subject(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
