package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Doctor;
import dev.stageproof.gate.Doctor.Examined;
import dev.stageproof.spi.Diagnosis.Level;
import dev.stageproof.spi.ProbeSettings.Endpoints;
import dev.stageproof.spi.Shell;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stageproof doctor}: whether a validation could see what it needs. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Tries one by one what 'validate' needs, and says what to do.",
      "Looks at credentials, each permission, addresses, the clock, programs, templates and the",
      "reports folder. Exits 0 only if 'validate' could see all it needs, else 3."
    },
    sortOptions = false)
final class DoctorCommand implements Callable<Integer>, Verbose {
  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "stageproof.yaml",
      description = "The configuration (default: stageproof.yaml).")
  private Path config;

  @Mixin private ServiceOptions service;
  @Mixin private RunOptions run;
  @Mixin private ConsoleOptions console;
  @Spec private CommandSpec spec;

  DoctorCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    var options =
        run.toValidation(
            config, Endpoints.google(), environment, "stageproof " + Shell.command(words));
    Console talk = Console.of(streams, console, environment);
    Doctor doctor =
        new Doctor(Catalog.with(run.plugins()), options, clock, each -> print(talk, each));
    Level worst = doctor.examine(service.target());
    streams.out().println();
    streams.out().println(conclusion(worst));
    return (worst == Level.PROBLEM ? ExitCode.INCONCLUSIVE : ExitCode.PASS).code();
  }

  private static String conclusion(Level worst) {
    return switch (worst) {
      case OK -> "'validate' can see all it needs.";
      case WARNING -> "'validate' can see all it needs; mind the lines with `!`.";
      case PROBLEM -> "'validate' can't see all it needs: mend the lines with `✗` first.";
    };
  }

  private void print(Console talk, Examined examined) {
    if (console.quiet() && examined.level() == Level.OK) {
      return;
    }
    PrintStream out = streams.out();
    out.println(
        mark(talk, examined.level())
            + " "
            + Text.line(examined.what())
            + ": "
            + Text.line(examined.text()));
    examined.missing().ifPresent(need -> out.println("    missing: " + need));
    examined.next().forEach(step -> out.println("    -> " + Text.line(step)));
    if (examined.level() != Level.OK && !examined.checks().isEmpty()) {
      out.println("    for: " + String.join(", ", examined.checks()));
    }
    out.flush();
  }

  private static String mark(Console talk, Level level) {
    return switch (level) {
      case OK -> talk.paint("32", "✓");
      case WARNING -> talk.paint("33", "!");
      case PROBLEM -> talk.paint("31", "✗");
    };
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
