package dev.stageproof.stored;

import dev.stageproof.model.Baseline;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.RunRecord;
import dev.stageproof.shape.Digests;
import dev.stageproof.shape.JsonTrees;
import dev.stageproof.shape.MisfitException;
import dev.stageproof.shape.TreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads records as the {@code json} format writes them. */
public final class RecordReader {
  private RecordReader() {}

  /**
   * Reads one record and closes the stream.
   *
   * @throws IOException when the stream can't be read
   * @throws UnreadableRecordException when it holds no record, or one that is newer than this
   *     version
   */
  public static StoredRecord read(InputStream in) throws IOException, UnreadableRecordException {
    Map<String, Object> tree = json(in);
    requireReadable(tree);
    try {
      RunRecord record = TreeReader.read(RunRecord.class, OlderRecords.upgraded(tree));
      return new StoredRecord(record, changed(record));
    } catch (MisfitException e) {
      throw new UnreadableRecordException("it is damaged: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> json(InputStream in)
      throws IOException, UnreadableRecordException {
    try {
      return JsonTrees.read(in);
    } catch (JsonTrees.NotJsonException e) {
      throw new UnreadableRecordException("it is not JSON: " + e.getMessage(), e);
    }
  }

  /** A newer record may mean something else by the same keys. */
  private static void requireReadable(Map<String, Object> tree) throws UnreadableRecordException {
    if (!(tree.get("schemaVersion") instanceof Long version)
        || !(tree.get("reportId") instanceof String)) {
      throw new UnreadableRecordException(
          "it is JSON, but not the record of a stageproof run: it lacks `schemaVersion` or"
              + " `reportId`");
    }
    if (version > RunRecord.SCHEMA_VERSION) {
      throw new UnreadableRecordException(
          "it is written in version "
              + version
              + " of the format, and this stageproof reads versions up to "
              + RunRecord.SCHEMA_VERSION
              + "; read it with a newer stageproof");
    }
  }

  private static List<String> changed(RunRecord record) {
    Stream<Evidence> before =
        record.baseline().map(Baseline::evidence).stream().flatMap(List::stream);
    return Stream.concat(record.evidence().stream(), before)
        .filter(evidence -> !evidence.sha256().equals(Digests.of(evidence)))
        .map(Evidence::id)
        .toList();
  }
}
