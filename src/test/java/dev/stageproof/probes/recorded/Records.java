package dev.stageproof.probes.recorded;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stageproof.checks.logs.Runs;
import dev.stageproof.checks.logs.SampleLog;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.shape.Digests;
import dev.stageproof.shape.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of runs that read logs; the revision under test was {@link #TESTED}. */
final class Records {
  static final String TESTED = "netra-backend-staging-00641-kip";
  private static final Path BASE = Path.of("src/test/resources/records/issue-889.0.1.0.json");
  private static final Window WINDOW = new Window(SampleLog.START, SampleLog.END);

  private Records() {}

  /** Writes a record with this evidence and no other. */
  static Path write(Path file, Evidence... evidence) throws IOException {
    JsonMapper mapper = new JsonMapper();
    ObjectNode record = (ObjectNode) mapper.readTree(BASE.toFile());
    ArrayNode all = record.putArray("evidence");
    for (Evidence one : evidence) {
      all.add(mapper.valueToTree(Trees.of(one)));
    }
    return Files.writeString(file, record.toPrettyString());
  }

  /** A read of a revision's log as a run keeps it. */
  static Evidence read(String id, String revision, LogQuestions asked, SampleLog seen) {
    return read(id, revision, asked, Trees.of(seen.seen()));
  }

  static Evidence read(String id, String revision, LogQuestions asked, Map<String, Object> seen) {
    LogReadRequest request =
        new LogReadRequest(
            Runs.SOURCE.ofRevision(revision),
            WINDOW,
            asked,
            50_000,
            new Watermarking(Watermarking.How.OFF, Duration.ZERO, Optional.empty(), false));
    return evidence(id, "log-read", Trees.of(request), seen);
  }

  /** A read of an export. */
  static Evidence export(String id, Optional<String> revision, SampleLog seen) {
    LogFileRequest request =
        new LogFileRequest(
            "/acme/export.json", revision, Optional.empty(), LogQuestions.nothingMore());
    return evidence(id, "log-file", Trees.of(request), Trees.of(seen.seen()));
  }

  /** A read that failed. */
  static Evidence failed(String id, String revision) {
    Evidence read = read(id, revision, LogQuestions.nothingMore(), SampleLog.complete());
    Evidence failed =
        new Evidence(
            id,
            read.kind(),
            read.subject(),
            read.asked(),
            1,
            read.seenAt(),
            read.took(),
            Optional.of(Gap.of(GapReason.QUOTA, "no quota left", "wait")),
            Map.of(),
            "",
            List.of());
    return failed.withSha256(Digests.of(failed));
  }

  private static Evidence evidence(
      String id, String kind, Map<String, Object> asked, Map<String, Object> seen) {
    Evidence evidence =
        new Evidence(
            id,
            kind,
            "a log",
            asked,
            1,
            Instant.parse("2025-09-15T08:47:00Z"),
            Duration.ZERO,
            Optional.empty(),
            seen,
            "",
            List.of());
    return evidence.withSha256(Digests.of(evidence));
  }

  /** The same read over another stretch of time. */
  static Map<String, Object> over(SampleLog seen, String start, String end) {
    Map<String, Object> tree = Trees.of(seen.seen());
    tree.put("window", Trees.of(new Window(Instant.parse(start), Instant.parse(end))));
    return tree;
  }

  /** The same read, masked by the rules of another version. */
  static Map<String, Object> masked(SampleLog seen, int version) {
    Map<String, Object> tree = Trees.of(seen.seen());
    tree.put("masking", version);
    return tree;
  }
}
