package dev.stageproof.observe;

import com.google.re2j.Pattern;
import dev.stageproof.model.Window;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes Cloud Logging's query language; the only place that quotes for it. */
public final class LogFilter {
  /**
   * The API refuses more characters, see google/logging/v2/logging.proto,
   * ListLogEntriesRequest.filter.
   */
  public static final int LONGEST = 20_000;

  private LogFilter() {}

  /**
   * Every entry of the revision in the window but the request-log entries of stageproof's own
   * requests, which would otherwise count as the service's life or as its errors.
   */
  static String of(LogSource source, Window window) {
    return revision(source, window) + " AND NOT httpRequest.userAgent=~" + quoted("^stageproof/");
  }

  /** Every entry of the revision in the window, whoever caused it. */
  public static String revision(LogSource source, Window window) {
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
        requestLog(),
        "httpRequest.userAgent=" + quoted(userAgent),
        within(window));
  }

  /** The request-log entries of some traces, whichever revision of the service answered. */
  static String requestsOf(LogSource source, List<TraceId> traces, Window window) {
    String any =
        traces.stream()
            .map(trace -> quoted(trace.in(source.project())))
            .collect(Collectors.joining(" OR "));
    return String.join(
        " AND ",
        service(source),
        requestLog(),
        "trace=" + (traces.size() == 1 ? any : "(" + any + ")"),
        within(window));
  }

  /** Every entry of a job in the revision's project and region. */
  static String job(LogSource place, String job) {
    return String.join(
        " AND ",
        "resource.type=" + quoted("cloud_run_job"),
        "resource.labels.location=" + quoted(place.region()),
        "resource.labels.job_name=" + quoted(job));
  }

  /**
   * Every entry of one execution of a job.
   *
   * @param place the revision whose project and region it is in
   */
  public static String execution(LogSource place, String job, String execution, Window window) {
    return String.join(
        " AND ",
        job(place, job),
        "labels." + quoted("run.googleapis.com/execution_name") + "=" + quoted(execution),
        within(window));
  }

  /** What of a filter's entries no program has written. */
  public static String notWritten(String filter) {
    return String.join(
        " AND ",
        filter,
        "NOT log_id(" + quoted("run.googleapis.com/stdout") + ")",
        "NOT log_id(" + quoted("run.googleapis.com/stderr") + ")");
  }

  private static String service(LogSource source) {
    return String.join(
        " AND ",
        "resource.type=" + quoted("cloud_run_revision"),
        "resource.labels.location=" + quoted(source.region()),
        "resource.labels.service_name=" + quoted(source.service()));
  }

  static String requestLog() {
    return "log_id(" + quoted("run.googleapis.com/requests") + ")";
  }

  private static String within(Window window) {
    return "timestamp>="
        + quoted(window.start().toString())
        + " AND timestamp<"
        + quoted(window.end().toString());
  }

  /**
   * The hits of the one matcher that is asked for, of several searches together when one filter
   * would be too long; every entry when more is asked, or when no search is short enough.
   */
  static List<String> of(LogSource source, Window window, LogQuestions questions) {
    String all = of(source, window);
    Optional<LogMatcher> only = questions.matchers().stream().findFirst();
    if (only.isEmpty() || !questions.equals(LogQuestions.matching(only.get()))) {
      return List.of(all);
    }
    Function<List<String>, String> search =
        places -> all + " AND " + anyOf(places) + atLeast(only.get());
    List<String> searches =
        Packing.packed(places(only.get()), search).stream().map(search).toList();
    boolean taken = searches.stream().allMatch(filter -> filter.length() <= LONGEST);
    return taken ? searches : List.of(all);
  }

  /**
   * The text of an entry is its payload's; a request has none, and is found by its URL. Not found
   * are hits in a JSON payload without a message, and in the method or the status of a request.
   */
  private static List<String> places(LogMatcher matcher) {
    String matches =
        "=~"
            + quoted(
                matcher.kind() == LogMatcher.Kind.LITERAL
                    ? Pattern.quote(matcher.pattern())
                    : matcher.pattern());
    return List.of(
        "textPayload" + matches,
        "jsonPayload.message" + matches,
        "(" + requestLog() + " AND httpRequest.requestUrl" + matches + ")");
  }

  private static String anyOf(List<String> places) {
    return "(" + String.join(" OR ", places) + ")";
  }

  private static String atLeast(LogMatcher matcher) {
    return matcher.atLeast().map(least -> " AND severity>=" + least.name()).orElse("");
  }

  /**
   * A string literal. Backslash and quote are escaped with a backslash, and so are control
   * characters: what is left of an escape means the same to RE2, should a reader keep it.
   */
  static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(c -> append((char) c, literal));
    return literal.append('"').toString();
  }

  private static void append(char c, StringBuilder literal) {
    switch (c) {
      case '\\', '"' -> literal.append('\\').append(c);
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\t' -> literal.append("\\t");
      default -> literal.append(Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : c);
    }
  }
}
