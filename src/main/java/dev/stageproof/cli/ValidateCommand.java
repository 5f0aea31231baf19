package dev.stageproof.cli;

import dev.stageproof.spi.ProbeSettings.Endpoints;
import dev.stageproof.spi.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stageproof validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs the checks of a configuration, judges, and writes the report.",
    sortOptions = false)
final class ValidateCommand implements Callable<Integer>, Verbose {
  private final Runner runner;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "stageproof.yaml",
      description = "The configuration (default: stageproof.yaml).")
  private Path config;

  @Mixin private RunOptions run;
  @Mixin private ConsoleOptions console;
  @Spec private CommandSpec spec;

  ValidateCommand(Runner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws Exception {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    return runner
        .validate(config, run, console, Endpoints.google(), "stageproof " + Shell.command(words))
        .code();
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
