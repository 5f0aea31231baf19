package dev.stageproof.probes.logging;

import com.google.logging.type.HttpRequest;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.LogEntry;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import java.time.Instant;

/** Log entries as Cloud Run writes them. */
final class LogLines {
  private LogLines() {}

  static LogEntry text(String id, String at, LogSeverity severity, String text) {
    return entry(id, at, severity, "run.googleapis.com%2Fstdout").setTextPayload(text).build();
  }

  static LogEntry json(String id, String at, LogSeverity severity, String key, String text) {
    Struct payload =
        Struct.newBuilder().putFields(key, Value.newBuilder().setStringValue(text).build()).build();
    return entry(id, at, severity, "run.googleapis.com%2Fstderr").setJsonPayload(payload).build();
  }

  static LogEntry request(String id, String at, String agent) {
    HttpRequest request =
        HttpRequest.newBuilder()
            .setRequestMethod("GET")
            .setRequestUrl("https://x.a.run.app/health")
            .setStatus(200)
            .setUserAgent(agent)
            .build();
    return entry(id, at, LogSeverity.INFO, "run.googleapis.com%2Frequests")
        .setHttpRequest(request)
        .build();
  }

  static LogEntry.Builder entry(String id, String at, LogSeverity severity, String log) {
    Instant time = Instant.parse(at);
    return LogEntry.newBuilder()
        .setLogName("projects/netra-staging/logs/" + log)
        .setInsertId(id)
        .setSeverity(severity)
        .setTimestamp(
            Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()));
  }
}
