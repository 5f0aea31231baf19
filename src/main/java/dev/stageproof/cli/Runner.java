package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.ReportException;
import dev.stageproof.gate.StandardStreams;
import dev.stageproof.gate.UsageException;
import dev.stageproof.gate.Validated;
import dev.stageproof.gate.Validation;
import dev.stageproof.gate.ValidationOptions;
import dev.stageproof.spi.ProbeSettings.Endpoints;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Runs a validation as a command does: with progress, interruption and a summary. */
final class Runner {
  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  Runner(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  Streams streams() {
    return streams;
  }

  Clock clock() {
    return clock;
  }

  ExitCode validate(
      Path config, RunOptions run, ConsoleOptions console, Endpoints endpoints, String command)
      throws UsageException, ReportException {
    ValidationOptions options = run.toValidation(config, endpoints, environment, command);
    Console talk = Console.of(streams, console, environment);
    Progress progress = Progress.on(talk);
    var validation = new Validation(Catalog.with(run.plugins()), options, clock, progress);
    try (var interrupts = Interrupts.during(validation::interrupt)) {
      Validated validated = validation.run(new StandardStreams(streams.out(), streams.err()));
      progress.close();
      new Summary(talk).print(validated);
      return interrupts.happened()
          ? ExitCode.INTERRUPTED
          : ExitCode.of(validated.record().judgment().verdict());
    } finally {
      progress.close();
    }
  }
}
