package dev.stageproof.sandbox;

import com.google.logging.type.HttpRequest;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.LogEntry;
import java.time.Duration;
import java.time.Instant;

/** Writes entries of Cloud Run's request log. */
final class RequestEntries {
  static final String LOG = "run.googleapis.com/requests";

  private static final int TRACE_ID_LENGTH = 32;
  private static final int SPAN_ID_LENGTH = 16;

  /** From the block that RFC 5737 sets aside for examples. */
  private static final String OTHER_USER = "203.0.113.24";

  private final EntryWriter writer;
  private final String serviceUrl;

  RequestEntries(EntryWriter writer, String serviceUrl) {
    this.writer = writer;
    this.serviceUrl = serviceUrl;
  }

  /** The entry of another user's request. */
  LogEntry of(ScenarioRevision revision, ScenarioRevision.Requests row, String id, Instant at) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .setRequestMethod(row.method())
            .setRequestUrl(serviceUrl + row.path())
            .setStatus(row.status())
            .setUserAgent(row.userAgent())
            .setRemoteIp(OTHER_USER)
            .setProtocol("HTTP/1.1")
            .setLatency(Times.duration(row.latency()));
    return of(revision, request.build(), TraceContext.none(), id, at, row.latency());
  }

  /**
   * The entry of a request.
   *
   * @param trace what the caller said; Cloud Run makes a trace of its own when it said nothing
   * @param at when the request arrived
   * @param took from then to the answer
   */
  LogEntry of(
      ScenarioRevision revision,
      HttpRequest request,
      TraceContext trace,
      String id,
      Instant at,
      Duration took) {
    String traceId = trace.traceId().orElseGet(() -> EntryWriter.hex(id, TRACE_ID_LENGTH));
    return writer
        .entry(revision, LOG, id, at, took)
        .setSeverity(severity(request.getStatus()))
        .setHttpRequest(request)
        .setTrace(writer.trace(traceId))
        .setSpanId(trace.spanId().orElseGet(() -> EntryWriter.hex(traceId + id, SPAN_ID_LENGTH)))
        .setTraceSampled(trace.sampled())
        .build();
  }

  /** The same entry of a request that no instance has seen. */
  static LogEntry turned(LogEntry entry, String text) {
    return entry.toBuilder().removeLabels(EntryWriter.INSTANCE_ID).setTextPayload(text).build();
  }

  private static LogSeverity severity(int status) {
    if (status >= 500) {
      return LogSeverity.ERROR;
    }
    return status >= 400 ? LogSeverity.WARNING : LogSeverity.INFO;
  }
}
