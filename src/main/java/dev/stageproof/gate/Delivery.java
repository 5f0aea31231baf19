package dev.stageproof.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which reports are wanted, and where.
 *
 * @param outputs the reports asked for; empty for Markdown and JSON in {@code reports}
 * @param reports the folder of the default reports
 * @param templates a folder whose templates go before the built-in ones
 * @param overwrite whether an existing file named by an output may be replaced
 * @param github the environment of a GitHub Actions job that is to show the run; empty for none
 */
public record Delivery(
    List<Output> outputs,
    Path reports,
    Optional<Path> templates,
    boolean overwrite,
    Optional<Map<String, String>> github) {

  public Delivery {
    outputs = List.copyOf(outputs);
  }
}
