package dev.stageproof.cli;

import dev.stageproof.gate.Delivery;
import dev.stageproof.gate.Shards;
import dev.stageproof.gate.StandardStreams;
import dev.stageproof.gate.StoredRecords;
import dev.stageproof.gate.Validated;
import dev.stageproof.model.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stageproof merge RECORD…}: the shards of a run as one run. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Puts the records of runs that shared out the checks of one configuration, by --only,",
      "--skip or --tag, together as one record, judges it, and writes the reports that",
      "'validate' would have written. A check that was run goes before one that was left out;",
      "where two runs disagree, the worse answer counts, and the report says so.",
      "Runs of another revision, image or configuration are refused, with exit code 2;",
      "else it exits as the verdict does."
    },
    sortOptions = false)
final class MergeCommand implements Callable<Integer>, Verbose {
  private final Streams streams;
  private final Map<String, String> environment;

  @Parameters(
      arity = "2..*",
      paramLabel = "RECORD",
      description = "The records, in any order; one may be `-`, standard input.")
  private List<Path> records = new ArrayList<>();

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "The folder of the default reports (default: reports).")
  private Path reports;

  @Option(
      names = "--github",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "As in 'validate'.")
  private boolean github;

  @Mixin private DeliveryOptions delivery;
  @Mixin private ConsoleOptions console;

  MergeCommand(Streams streams, Map<String, String> environment) {
    this.streams = streams;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    List<RunRecord> runs = new ArrayList<>();
    for (Path record : records) {
      runs.add(StoredRecords.read(record, streams.in()));
    }
    boolean job = github && "true".equals(environment.get("GITHUB_ACTIONS"));
    Delivery wanted =
        delivery.delivery(List.of(), reports, job ? Optional.of(environment) : Optional.empty());
    Validated merged =
        new Shards(delivery.catalog())
            .merge(runs, wanted, new StandardStreams(streams.out(), streams.err()));
    new Summary(Console.of(streams, console, environment)).print(merged);
    return ExitCode.of(merged.record().judgment().verdict()).code();
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
