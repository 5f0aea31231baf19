package dev.stageproof.checks.command;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.RecordedMetricRequest;
import java.nio.file.Path;

/** The same number in the record of an earlier run. */
@Doc("The number of the same name in the record of an earlier run.")
public record NoWorseThan(
    @Doc(
            value =
                "The record: the JSON file that a run wrote as `-o json=PATH`, seen from the"
                    + " configuration's folder.",
            example = "records/last-good.json")
        String record,
    @Doc(value = "The id of the check that measured it there.", example = "compliance")
        String check,
    @Doc("Which numbers are better.") Better better) {

  /** Which of two numbers is better. */
  public enum Better {
    @Doc("The greater one, as of a compliance.")
    HIGHER,
    @Doc("The smaller one, as of a latency.")
    LOWER
  }

  public NoWorseThan {
    if (record.isBlank() || record.indexOf('\0') >= 0) {
      throw new InvalidSetting("record", "`record` names the JSON file that a run wrote");
    }
  }

  RecordedMetricRequest request(Path configFolder, String metric) {
    Path file = configFolder.toAbsolutePath().resolve(record).normalize();
    return new RecordedMetricRequest(file.toString(), check, metric);
  }

  boolean holds(double value, double before) {
    return better == Better.HIGHER ? value >= before : value <= before;
  }
}
