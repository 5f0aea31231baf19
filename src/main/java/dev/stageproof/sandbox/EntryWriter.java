package dev.stageproof.sandbox;

import com.google.api.MonitoredResource;
import com.google.logging.v2.LogEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes the frame that every log entry of a Cloud Run revision has.
 *
 * @see <a href="https://cloud.google.com/run/docs/logging">Logging and viewing logs in Cloud
 *     Run</a>
 */
final class EntryWriter {
  /** The label that names the instance. */
  static final String INSTANCE_ID = "instanceId";

  private static final int INSTANCE_ID_LENGTH = 32;

  private final Scenario scenario;
  private final Map<Source, LogEntry> frames = new ConcurrentHashMap<>();

  /** What the entries of one log of one revision have in common depends on. */
  private record Source(String revision, String log) {}

  EntryWriter(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * An entry without payload and severity.
   *
   * @param id unique in its log; decides the order of entries of the same instant
   * @param took how long after {@code at} the entry was complete
   */
  LogEntry.Builder entry(
      ScenarioRevision revision, String log, String id, Instant at, Duration took) {
    Instant received = at.plus(took).plus(scenario.ingestionLag());
    return frames
        .computeIfAbsent(new Source(revision.name(), log), source -> frame(revision, log))
        .toBuilder()
        .setInsertId(id)
        .setTimestamp(Times.timestamp(at))
        .setReceiveTimestamp(Times.timestamp(received));
  }

  private LogEntry frame(ScenarioRevision revision, String log) {
    return LogEntry.newBuilder()
        .setLogName("projects/" + scenario.project() + "/logs/" + encoded(log))
        .setResource(resource(revision))
        .putAllLabels(revision.labels())
        .putLabels(INSTANCE_ID, hex(revision.name(), INSTANCE_ID_LENGTH))
        .build();
  }

  private MonitoredResource resource(ScenarioRevision revision) {
    return MonitoredResource.newBuilder()
        .setType("cloud_run_revision")
        .putLabels("project_id", scenario.project())
        .putLabels("location", scenario.region())
        .putLabels("service_name", scenario.service())
        .putLabels("configuration_name", scenario.service())
        .putLabels("revision_name", revision.name())
        .build();
  }

  /** A trace's resource name. */
  String trace(String traceId) {
    return "projects/" + scenario.project() + "/traces/" + traceId;
  }

  /** Hexadecimal digits that look random and are the same for the same seed. */
  static String hex(String seed, int length) {
    UUID hashed = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    return hashed.toString().replace("-", "").substring(0, length);
  }

  private static String encoded(String log) {
    return URLEncoder.encode(log, StandardCharsets.UTF_8);
  }
}
