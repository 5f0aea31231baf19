package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Planning;
import dev.stageproof.gate.Planning.Planned;
import dev.stageproof.spi.ProbeSettings.Endpoints;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stageproof plan}: what a validation would ask, without asking it. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints every look that 'validate' would make; asks nobody.",
      "With each look stands what it serves, what it costs, which permission it needs, and the",
      "command that makes it by hand."
    },
    sortOptions = false)
final class PlanCommand implements Callable<Integer>, Verbose {
  private final PrintStream out;
  private final Map<String, String> environment;
  private final Clock clock;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "stageproof.yaml",
      description = "The configuration (default: stageproof.yaml).")
  private Path config;

  @Mixin private RunOptions run;
  @Mixin private ConsoleOptions console;

  PlanCommand(PrintStream out, Map<String, String> environment, Clock clock) {
    this.out = out;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    var options = run.toValidation(config, Endpoints.google(), environment, "");
    Planned planned = new Planning(Catalog.with(run.plugins()), options, clock).plan();
    new PlanPrinter(out).print(planned);
    return ExitCode.PASS.code();
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
