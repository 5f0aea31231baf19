package dev.stageproof.sandbox;

import com.google.api.MonitoredResource;
import com.google.cloud.audit.AuditLog;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.LogEntry;
import com.google.logging.v2.LogSplit;
import com.google.protobuf.Any;
import com.google.protobuf.Struct;
import com.google.rpc.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes the log of one execution of a job.
 *
 * @see <a href="https://cloud.google.com/run/docs/logging">Logging and viewing logs in Cloud
 *     Run</a>
 */
final class JobEntries {
  static final String STDOUT = "run.googleapis.com/stdout";
  static final String STDERR = "run.googleapis.com/stderr";
  private static final String SYSTEM = "run.googleapis.com/varlog/system";
  private static final String EVENTS = "cloudaudit.googleapis.com/system_event";
  private static final String LABEL = "run.googleapis.com/";

  /** Longer lines come in several entries. */
  private static final int LONGEST_TEXT = 100_000;

  private static final int INSTANCE_ID_LENGTH = 32;

  private final Scenario scenario;
  private final Clock clock;
  private final LogStore store;
  private final String job;
  private final String execution;
  private int written;

  /**
   * @param job its short name
   * @param execution its short name
   */
  JobEntries(Scenario scenario, Clock clock, LogStore store, String job, String execution) {
    this.scenario = scenario;
    this.clock = clock;
    this.store = store;
    this.job = job;
    this.execution = execution;
  }

  /** What Cloud Run itself says. */
  synchronized void system(LogSeverity severity, String text) {
    store.write(entry(SYSTEM).setSeverity(severity).setTextPayload(text).build());
  }

  /** What Cloud Run says when the execution is over, in its audit log. */
  synchronized void completed(JobEnd end) {
    boolean well = end.kind() == JobEnd.Kind.SUCCEEDED;
    String how =
        well ? "has completed successfully." : "has failed to complete, 0/1 tasks were a success.";
    AuditLog event =
        AuditLog.newBuilder()
            .setServiceName("run.googleapis.com")
            .setMethodName("/Jobs.RunJob")
            .setResourceName("namespaces/%s/executions/%s".formatted(scenario.project(), execution))
            .setStatus(Status.newBuilder().setMessage("Execution " + execution + " " + how))
            .build();
    store.write(
        entry(EVENTS)
            .setSeverity(well ? LogSeverity.INFO : LogSeverity.ERROR)
            .setProtoPayload(Any.pack(event))
            .build());
  }

  /** A line of the program: an object in JSON becomes a structured entry. */
  synchronized void line(String log, String text) {
    Optional<Struct> json = LiftedLine.read(text);
    if (json.isPresent()) {
      LogEntry.Builder entry = entry(log);
      LiftedLine.into(entry, json.get());
      store.write(entry.build());
      return;
    }
    List<String> parts = parts(text);
    String uid = Names.uid(execution + written);
    for (int i = 0; i < parts.size(); i++) {
      LogEntry.Builder entry = entry(log).setTextPayload(parts.get(i));
      if (parts.size() > 1) {
        entry.setSplit(
            LogSplit.newBuilder().setUid(uid).setIndex(i).setTotalSplits(parts.size()).build());
      }
      store.write(entry.build());
    }
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < text.length(); from += LONGEST_TEXT) {
      parts.add(text.substring(from, Math.min(text.length(), from + LONGEST_TEXT)));
    }
    return parts;
  }

  /** Entries of the same instant sort in the order in which they were written. */
  private LogEntry.Builder entry(String log) {
    Instant now = clock.instant();
    return LogEntry.newBuilder()
        .setLogName(
            "projects/%s/logs/%s"
                .formatted(scenario.project(), URLEncoder.encode(log, StandardCharsets.UTF_8)))
        .setResource(
            MonitoredResource.newBuilder()
                .setType("cloud_run_job")
                .putLabels("project_id", scenario.project())
                .putLabels("location", scenario.region())
                .putLabels("job_name", job))
        .putLabels(LABEL + "execution_name", execution)
        .putLabels(LABEL + "task_index", "0")
        .putLabels(LABEL + "task_attempt", "0")
        .putLabels(EntryWriter.INSTANCE_ID, EntryWriter.hex(execution, INSTANCE_ID_LENGTH))
        .setInsertId(HexFormat.of().toHexDigits(written++))
        .setTimestamp(Times.timestamp(now))
        .setReceiveTimestamp(Times.timestamp(now.plus(scenario.ingestionLag())));
  }
}
