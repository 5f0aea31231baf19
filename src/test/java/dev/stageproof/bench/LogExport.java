package dev.stageproof.bench;

import dev.stageproof.observe.LogMatcher;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A made-up export of a service's log, one entry a line in the field order of {@code gcloud logging
 * read --format=json}; always the same for the same number of entries, about 365 bytes a line.
 */
public final class LogExport {
  /** The time of the first entry; each further one is 7 ms younger. */
  public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

  public static final String REVISION = "netra-backend-staging-00640-wob";

  /** Five literals and five expressions; the last of each occurs nowhere. */
  public static final List<LogMatcher> PATTERNS =
      List.of(
          literal("Factory pattern available"),
          literal("Database connection timeout"),
          literal("WebSocket Manager module loaded"),
          literal("netra.a.run.app/health"),
          literal("demo-user-001 duplication"),
          regex("timed out after [0-9]+ ms"),
          regex("pool: [0-9]+ connections"),
          regex("user [0-9a-f]{8} logged in"),
          regex("(Cloud SQL|Redis) is unreachable"),
          regex("panic: .* at line [0-9]+"));

  private static final int STEP_MILLIS = 7;
  private static final String HEAD =
      "{\"insertId\":\"673d9c%014x\",\"logName\":\"projects/netra-staging/logs/run.googleapis.com%%2F%s\",";
  private static final String RESOURCE =
      "\"resource\":{\"labels\":{\"revision_name\":\""
          + REVISION
          + "\"},\"type\":\"cloud_run_revision\"},";

  private static final List<String> ROUTINE =
      List.of(
          "request handled for tenant %1$d in %2$d ms, queue depth %1$d",
          "scheduled cleanup of %2$d expired sessions finished, next run in %1$d s",
          "retrying call %1$d of the billing API: attempt %2$d, circuit still closed");

  private static final List<String> WANTED =
      List.of(
          "Factory pattern available, isolation of %1$d handlers is active",
          "WebSocket Manager module loaded - SSOT consolidation active, %2$d handlers",
          "Database connection timeout on shard %2$d, giving up on %1$d statements",
          "upstream timed out after %2$d ms while it served tenant %1$d",
          "Cloud SQL is unreachable from instance %2$d, %1$d requests wait",
          "pool: %2$d connections, %1$d waiting, oldest idle for %2$d s",
          "user %3$08x logged in, %1$d sessions of the tenant are open");

  /** Of a hundred lines of text so many are of a kind that {@link #PATTERNS} look for. */
  private static final int WANTED_PERCENT = 7;

  private LogExport() {}

  /** Writes the export to a file. */
  public static void write(Path file, int entries) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18)) {
      for (int i = 0; i < entries; i++) {
        out.write(line(i).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static String line(int i) {
    int mixed = mixed(i);
    int one = (mixed >>> 8) % 10_000;
    int two = (mixed >>> 20) % 100;
    return switch (two % 10) {
      case 0, 1 -> request(i, one, two);
      case 2, 3, 4 -> entry(i, "stdout", json(text(mixed), two), "INFO");
      default -> entry(i, "stderr", plain(text(mixed)), severity(one));
    };
  }

  /** The text that an entry has, unless it is one of a request. */
  static String textOf(int entry) {
    return text(mixed(entry));
  }

  private static int mixed(int i) {
    return i * 0x9E3779B1;
  }

  private static String severity(int one) {
    return one % 97 == 0 ? "ERROR" : one % 11 == 0 ? "WARNING" : "INFO";
  }

  private static String text(int mixed) {
    int one = (mixed >>> 8) % 10_000;
    int two = (mixed >>> 20) % 100;
    List<String> kinds = one % 100 < WANTED_PERCENT ? WANTED : ROUTINE;
    return kinds.get(one % kinds.size()).formatted(one, two, mixed);
  }

  private static String plain(String text) {
    return "\"textPayload\":\"" + text + "\"";
  }

  private static String json(String text, int two) {
    return "\"jsonPayload\":{\"message\":\"%s\",\"shard\":%d}".formatted(text, two);
  }

  private static String request(int i, int one, int two) {
    String path = one % 50 == 0 ? "/health" : "/api/threads/" + one;
    return entry(
        i,
        "requests",
        "\"httpRequest\":{\"latency\":\"0.%03ds\",\"requestMethod\":\"GET\",\"requestUrl\":\"https://netra.a.run.app%s\",\"status\":%d,\"userAgent\":\"Mozilla/5.0\"}"
            .formatted(two, path, one % 200 == 1 ? 500 : 200),
        "INFO");
  }

  private static String entry(int i, String log, String payload, String severity) {
    return HEAD.formatted(i, log)
        + RESOURCE
        + "\"severity\":\""
        + severity
        + "\","
        + payload
        + ",\"timestamp\":\""
        + START.plusMillis((long) i * STEP_MILLIS)
        + "\"}\n";
  }

  private static LogMatcher literal(String text) {
    return new LogMatcher(LogMatcher.Kind.LITERAL, text, Optional.empty());
  }

  private static LogMatcher regex(String expression) {
    return new LogMatcher(LogMatcher.Kind.REGEX, expression, Optional.empty());
  }
}
