package dev.stageproof.cli;

import dev.stageproof.gate.History;
import dev.stageproof.gate.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stageproof history DIR}: the runs of which a folder holds the records. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lists the runs of which a folder, or one below it, holds the records: by service, the",
      "newest last, with the trend of the verdicts and the checks that both passed and failed",
      "on one revision. Files that can't be used are named and left out. Exits 0."
    },
    sortOptions = false)
final class HistoryCommand implements Callable<Integer>, Verbose {
  private final Streams streams;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "The folder (default: reports).")
  private Path folder;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Only runs of this service; its name, or PROJECT/REGION/NAME.")
  private Optional<String> service = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "The newest so many of each service (default: 20).")
  private int limit;

  @Mixin private ConsoleOptions console;

  HistoryCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    if (limit < 1) {
      throw new UsageException("--limit " + limit + ": at least 1 is needed");
    }
    History history = History.in(folder, service);
    new HistoryPrinter(streams.out(), limit).print(history);
    if (!console.quiet()) {
      history.unread().forEach(why -> streams.err().println("left out: " + Text.line(why)));
    }
    if (history.cut()) {
      streams.err().println("The folder holds more files than are read; name a smaller one.");
    }
    return ExitCode.PASS.code();
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
