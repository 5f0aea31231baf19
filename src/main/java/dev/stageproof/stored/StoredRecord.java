package dev.stageproof.stored;

import dev.stageproof.model.RunRecord;
import java.util.List;

/**
 * The record of an earlier run.
 *
 * @param record what it says; written by an older version, it is put in today's words
 * @param changed ids of evidence that no longer fits its digest: somebody changed it
 */
public record StoredRecord(RunRecord record, List<String> changed) {
  public StoredRecord {
    changed = List.copyOf(changed);
  }
}
