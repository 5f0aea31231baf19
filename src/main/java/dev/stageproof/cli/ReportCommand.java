package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Output;
import dev.stageproof.gate.Rejudgment;
import dev.stageproof.gate.Rendering;
import dev.stageproof.gate.ReportException;
import dev.stageproof.gate.StandardStreams;
import dev.stageproof.gate.UsageException;
import dev.stageproof.gate.Verification;
import dev.stageproof.model.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stageproof report RECORD}: a stored record, rendered again or held against a report. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Renders the record of an earlier run again, in any format.",
      "It writes byte for byte what the run wrote; without -o, Markdown on standard output. Exits 0",
      "when written, whatever the verdict. With --verify it writes nothing and tells whether a report",
      "was edited: exits 0 if it says what its record says, else 1.",
      "A record that was changed after the run, or says otherwise than its evidence, is refused with",
      "exit code 2."
    },
    sortOptions = false)
final class ReportCommand implements Callable<Integer>, Verbose {
  static final Path REPORTS = Path.of("reports");

  private final Streams streams;

  @Parameters(paramLabel = "RECORD", description = "The record; `-` is standard input.")
  private Path record;

  @Mixin private DeliveryOptions delivery;

  @Option(names = "--verify", paramLabel = "REPORT", description = "Tell whether it was edited.")
  private Optional<Path> verify = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "KIND",
      description = "The format of REPORT (default: by its name).")
  private Optional<String> format = Optional.empty();

  @Mixin private ConsoleOptions console;

  ReportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    RunRecord run = Rejudgment.honest(record, streams.in(), delivery.catalog(), "rendered");
    if (verify.isPresent()) {
      return verify(run, verify.get()).code();
    }
    List<Output> markdown = List.of(new Output("markdown", Optional.empty()));
    List<Path> written =
        new Rendering(delivery.catalog())
            .write(
                run,
                delivery.delivery(markdown, REPORTS, Optional.empty()),
                new StandardStreams(streams.out(), streams.err()));
    if (!console.quiet()) {
      written.forEach(file -> streams.err().println("Report: " + file));
    }
    return ExitCode.PASS.code();
  }

  private ExitCode verify(RunRecord run, Path report) throws UsageException, ReportException {
    Catalog catalog = delivery.catalog();
    Verification verification = Verification.of(report, run, format, delivery.look(), catalog);
    new VerificationPrinter(streams.out(), report, run).print(verification);
    return verification.same() ? ExitCode.PASS : ExitCode.FAIL;
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
