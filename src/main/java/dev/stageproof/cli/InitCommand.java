package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Initialization;
import dev.stageproof.gate.Initialization.Drafted;
import dev.stageproof.gate.ReportException;
import dev.stageproof.gate.UsageException;
import dev.stageproof.gate.ValidationOptions;
import dev.stageproof.model.Gap;
import dev.stageproof.spi.Shell;
import dev.stageproof.spi.TargetSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stageproof init}: writes a configuration from a live service. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Looks at a Cloud Run service and writes a configuration for it.",
      "It expects what the service is now. If the service can't be looked at, it writes a start to",
      "complete by hand, says why, and exits 3."
    },
    sortOptions = false)
final class InitCommand implements Callable<Integer>, Verbose {
  private static final Path STANDARD_OUTPUT = Path.of("-");

  /** Where the other commands look by themselves. */
  private static final Path USUAL = Path.of("stageproof.yaml");

  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  @Mixin private ServiceOptions service;

  @Option(
      names = {"-o", "--to"},
      paramLabel = "FILE",
      defaultValue = "stageproof.yaml",
      description = "The file to write (default: stageproof.yaml); `-` is standard output.")
  private Path file;

  @Option(names = "--force", description = "Replace the file if it exists.")
  private boolean force;

  @Option(names = "--plugins", paramLabel = "PATH", split = ":", description = "As in 'validate'.")
  private List<String> plugins = new ArrayList<>();

  @Mixin private ConsoleOptions console;
  @Spec private CommandSpec spec;

  InitCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    TargetSettings target = service.target().orElseThrow(ServiceOptions::incomplete);
    if (!toStandardOutput()) {
      Initialization.requireFree(file, force);
    }
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    var options = ValidationOptions.of(file, environment, "stageproof " + Shell.command(words));
    Drafted drafted = new Initialization(Catalog.with(plugins), options, clock).draft(target);
    if (drafted.text().isPresent()) {
      deliver(drafted.text().get());
    }
    Console talk = Console.of(streams, console, environment);
    drafted.unseen().ifPresent(gap -> explain(talk, gap, drafted.text()));
    if (drafted.unseen().isEmpty()) {
      next(talk, drafted);
    }
    return (drafted.unseen().isEmpty() ? ExitCode.PASS : ExitCode.INCONCLUSIVE).code();
  }

  private boolean toStandardOutput() {
    return file.equals(STANDARD_OUTPUT);
  }

  private void deliver(String text) throws UsageException, ReportException {
    if (toStandardOutput()) {
      streams.out().print(text);
    } else {
      Initialization.write(file, text, force);
    }
  }

  private void explain(Console talk, Gap gap, Optional<String> text) {
    streams.err().println("stageproof: " + Text.line(gap.message()));
    streams.err().println("  -> " + Text.line(gap.settle()));
    if (text.isEmpty()) {
      streams.err().println("Nothing was written.");
    } else if (!toStandardOutput()) {
      talk.line("Wrote " + file + ", a start that was made without a look at the service.");
      talk.line(
          "Complete it by hand, or run this again with --force when the service can be seen.");
    }
  }

  private void next(Console talk, Drafted drafted) {
    if (toStandardOutput()) {
      return;
    }
    talk.line("Wrote " + file + " with " + drafted.checks() + " checks.");
    if (!drafted.open().isEmpty()) {
      talk.line("Commented out, to be completed by hand: " + String.join(", ", drafted.open()));
    }
    String config = file.equals(USUAL) ? "" : " -c " + Shell.word(file.toString());
    talk.line("Next: read it, then");
    talk.line("  stageproof doctor" + config);
    talk.line("  stageproof validate" + config);
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
