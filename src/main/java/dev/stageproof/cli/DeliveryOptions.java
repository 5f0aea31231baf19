package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Delivery;
import dev.stageproof.gate.Output;
import dev.stageproof.gate.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which reports of a stored record are wanted, and where. */
final class DeliveryOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "KIND=PATH",
      description = "Write a report, as in 'validate'; `-` is standard output.")
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "Templates of your own that go before the built-in ones.")
  private Optional<Path> templates = Optional.empty();

  @Option(names = "--overwrite", description = "Allow -o to replace an existing file.")
  private boolean overwrite;

  @Option(names = "--plugins", paramLabel = "PATH", split = ":", description = "As in 'validate'.")
  private List<String> plugins = new ArrayList<>();

  Catalog catalog() throws UsageException {
    return Catalog.with(plugins);
  }

  Optional<Path> templates() {
    return templates;
  }

  /**
   * What is wanted.
   *
   * @param otherwise what is wanted when nothing is said; empty for Markdown and JSON in a folder
   * @param reports that folder
   * @param github the environment of a GitHub Actions job that is to show the run
   */
  Delivery delivery(List<Output> otherwise, Path reports, Optional<Map<String, String>> github)
      throws UsageException {
    List<Output> parsed = new ArrayList<>();
    for (String output : outputs) {
      parsed.add(Output.parse(output));
    }
    List<Output> wanted = parsed.isEmpty() ? otherwise : parsed;
    return new Delivery(wanted, reports, templates, overwrite, github);
  }
}
