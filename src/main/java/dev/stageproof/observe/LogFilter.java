package dev.stageproof.observe;

import com.google.re2j.Pattern;
import dev.stageproof.model.Window;

/** Writes Cloud Logging's query language; the only place that quotes for it. */
public final class LogFilter {
  private LogFilter() {}

  /** Every entry of the revision in the window. */
  static String of(LogSource source, Window window) {
    return String.join(
        " AND ",
        service(source),
        "resource.labels.revision_name=" + quoted(source.revision()),
        within(window));
  }

  /** The request-log entries of one user agent, whichever revision of the service answered. */
  public static String requestsBy(LogSource source, String userAgent, Window window) {
    return String.join(
        " AND ",
        service(source),
        "log_id(" + quoted("run.googleapis.com/requests") + ")",
        "httpRequest.userAgent=" + quoted(userAgent),
        within(window));
  }

  private static String service(LogSource source) {
    return String.join(
        " AND ",
        "resource.type=" + quoted("cloud_run_revision"),
        "resource.labels.location=" + quoted(source.region()),
        "resource.labels.service_name=" + quoted(source.service()));
  }

  private static String within(Window window) {
    return "timestamp>="
        + quoted(window.start().toString())
        + " AND timestamp<"
        + quoted(window.end().toString());
  }

  /** The hits of the one matcher that is asked for; else every entry. */
  static String of(LogSource source, Window window, LogQuestions questions) {
    String all = of(source, window);
    return questions.matchers().size() == 1 && questions.numbers().isEmpty()
        ? all + " AND " + hits(questions.matchers().get(0))
        : all;
  }

  private static String hits(LogMatcher matcher) {
    String regex =
        matcher.kind() == LogMatcher.Kind.LITERAL
            ? Pattern.quote(matcher.pattern())
            : matcher.pattern();
    String text =
        "(textPayload=~" + quoted(regex) + " OR jsonPayload.message=~" + quoted(regex) + ")";
    return matcher.atLeast().map(least -> text + " AND severity>=" + least.name()).orElse(text);
  }

  /** A string literal: backslash and quote are escaped with a backslash. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
