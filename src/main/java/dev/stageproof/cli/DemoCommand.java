package dev.stageproof.cli;

import dev.stageproof.gate.UsageException;
import dev.stageproof.sandbox.Programs;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import dev.stageproof.sandbox.UnknownScenarioException;
import dev.stageproof.spi.Endpoint;
import dev.stageproof.spi.ProbeSettings.Endpoints;
import dev.stageproof.spi.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stageproof demo}: a real validation of a staging environment inside this process. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Validates a staging environment inside this process.",
      "It is on loopback, and validated just as 'validate' would validate yours."
    },
    sortOptions = false)
final class DemoCommand implements Callable<Integer>, Verbose {
  private final Runner runner;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      defaultValue = "issue-965",
      description = {
        "issue-965 (all healthy, the default), issue-889 (health is down), issue-1182",
        "(in order, with warnings), issue-1100 (variables are missing), issue-824 (a",
        "checkout, nothing deployed) or traffic-pinned (users are served by the revision",
        "before)."
      })
  private String scenario;

  @Option(names = "--serve", description = "Keep the environment up and print how to reach it.")
  private boolean serve;

  @Mixin private RunOptions run;
  @Mixin private ConsoleOptions console;
  @Spec private CommandSpec spec;

  DemoCommand(Runner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws Exception {
    Scenario named = scenario();
    Path config = Home.example(scenario + ".yaml");
    try (Sandbox sandbox = Sandbox.start(named, runner.clock(), programs())) {
      if (serve) {
        return serve(sandbox, config);
      }
      List<String> words = spec.commandLine().getParseResult().originalArgs();
      ExitCode code =
          runner.validate(
              config, run, console, endpoints(sandbox), "stageproof " + Shell.command(words));
      if (!console.quiet()) {
        next();
      }
      return code.code();
    }
  }

  private Programs programs() {
    return run.allowExec() ? Programs.RUN : Programs.REFUSED;
  }

  private Scenario scenario() throws UsageException {
    try {
      return Scenario.named(scenario);
    } catch (UnknownScenarioException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static Endpoints endpoints(Sandbox sandbox) {
    return new Endpoints(
        Optional.of(Endpoint.parse(sandbox.loggingEndpoint())),
        Optional.of(Endpoint.parse(sandbox.runEndpoint())));
  }

  private int serve(Sandbox sandbox, Path config) throws InterruptedException {
    ServedSandbox served = new ServedSandbox(sandbox, config);
    var out = runner.streams().out();
    served.command().forEach(out::println);
    out.flush();
    var err = runner.streams().err();
    served.notes().forEach(err::println);
    err.flush();
    new CountDownLatch(1).await();
    return ExitCode.PASS.code();
  }

  private void next() {
    var err = runner.streams().err();
    String other =
        Scenario.names().stream().filter(n -> !n.equals(scenario)).findFirst().orElse("");
    err.println();
    err.println("Next: read the report, then see what becomes of another deployment:");
    err.println("  ./stageproof demo --scenario " + other);
    err.println("or begin with a service of your own:");
    err.println("  ./stageproof init --project PROJECT --region REGION --service SERVICE");
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
