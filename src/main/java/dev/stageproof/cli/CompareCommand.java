package dev.stageproof.cli;

import dev.stageproof.gate.Comparison;
import dev.stageproof.gate.Delivery;
import dev.stageproof.gate.Rendering;
import dev.stageproof.gate.StandardStreams;
import dev.stageproof.gate.StoredRecords;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code stageproof compare BEFORE NOW}: two stored runs beside each other. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lays a stored run beside an earlier one, as 'validate --baseline RECORD' would: the",
      "verdicts, each check (new, pre-existing, fixed, unchanged), the metrics and what is",
      "configured otherwise. With -o it also writes a report of the later run with the",
      "earlier one as its baseline.",
      "Exits 1 when a check fails that passed before or the verdict is worse, else 0."
    },
    sortOptions = false)
final class CompareCommand implements Callable<Integer>, Verbose {
  private final Streams streams;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The record of the earlier run.")
  private Path before;

  @Parameters(
      index = "1",
      paramLabel = "NOW",
      description = "The record of the later run; one of both may be `-`, standard input.")
  private Path now;

  @Mixin private DeliveryOptions delivery;
  @Mixin private ConsoleOptions console;

  CompareCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    Comparison comparison =
        Comparison.of(
            StoredRecords.read(before, streams.in()), StoredRecords.read(now, streams.in()));
    Delivery wanted = delivery.delivery(List.of(), ReportCommand.REPORTS, Optional.empty());
    boolean taken = wanted.outputs().stream().anyMatch(output -> output.path().isEmpty());
    PrintStream out = taken ? streams.err() : streams.out();
    new ComparisonPrinter(out).print(comparison);
    if (!wanted.outputs().isEmpty()) {
      new Rendering(delivery.catalog())
          .write(comparison.now(), wanted, new StandardStreams(streams.out(), streams.err()))
          .forEach(file -> streams.err().println("Report: " + file));
    }
    return (comparison.worse() ? ExitCode.FAIL : ExitCode.PASS).code();
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
