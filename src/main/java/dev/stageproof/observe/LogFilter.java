package dev.stageproof.observe;

/** Writes Cloud Logging's query language; the only place that quotes for it. */
final class LogFilter {
  private LogFilter() {}

  /** Every entry of the request's revision in its window; AND is implied between lines. */
  static String of(LogReadRequest request) {
    return String.join(
        " AND ",
        "resource.type=" + quoted("cloud_run_revision"),
        "resource.labels.location=" + quoted(request.region()),
        "resource.labels.service_name=" + quoted(request.service()),
        "resource.labels.revision_name=" + quoted(request.revision()),
        "timestamp>=" + quoted(request.window().start().toString()),
        "timestamp<" + quoted(request.window().end().toString()));
  }

  /** A string literal: backslash and quote are escaped with a backslash. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
