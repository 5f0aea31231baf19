package dev.stageproof.observe;

import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.List;

/**
 * Takes a number that an earlier run measured from that run's record.
 *
 * @param path the record, absolute
 * @param check the id of the check that measured it
 * @param metric the number's name
 */
public record RecordedMetricRequest(String path, String check, String metric)
    implements Request<RecordedMetricObservation> {

  private static final String METRIC =
      ".checks[] | select(.id == $check) | .attempts[-1].evaluation.metrics[]"
          + " | select(.name == $metric)";

  @Override
  public String kind() {
    return "recorded-metric";
  }

  @Override
  public String subject() {
    return metric + " of check " + check + " in the record " + path;
  }

  @Override
  public Class<RecordedMetricObservation> observationType() {
    return RecordedMetricObservation.class;
  }

  @Override
  public List<String> reproduce() {
    return List.of(
        Shell.command(
            List.of("jq", "--arg", "check", check, "--arg", "metric", metric, METRIC, path)));
  }
}
