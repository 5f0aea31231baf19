package dev.stageproof.cli;

import dev.stageproof.gate.Against;
import dev.stageproof.gate.Output;
import dev.stageproof.gate.Since;
import dev.stageproof.gate.UsageException;
import dev.stageproof.gate.ValidationOptions;
import dev.stageproof.gate.ValidationOptions.Filter;
import dev.stageproof.shape.Durations;
import dev.stageproof.spi.ProbeSettings.Endpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a validation. */
final class RunOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "KIND=PATH",
      description = {
        "Write a report; `-` is standard output. The kinds: stageproof formats.",
        "By default Markdown and JSON go to the reports folder."
      })
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "The folder of the default reports (default: reports).")
  private Path reports;

  @Mixin private LookOptions look = new LookOptions();

  @Option(names = "--overwrite", description = "Allow -o to replace an existing file.")
  private boolean overwrite;

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "Run only these checks; the others are SKIPPED.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--skip",
      paramLabel = "ID",
      split = ",",
      description = "Don't run these checks; they are SKIPPED.")
  private List<String> skip = new ArrayList<>();

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      split = ",",
      description = "Run only checks with one of these tags.")
  private List<String> tags = new ArrayList<>();

  @Option(
      names = "--var",
      paramLabel = "NAME=VALUE",
      description = "Set ${NAME} in the configuration; goes over the environment.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Look at so many things at once (default: the configuration's, 256).")
  private Optional<Integer> jobs = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "End the run after this long (default: the configuration's, 10m).")
  private Optional<String> timeout = Optional.empty();

  @Option(names = "--fail-fast", description = "Stop at the first blocking failure.")
  private boolean failFast;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Start of the log window: 30m, 2h, or a UTC time (default: the deploy).")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--revision",
      paramLabel = "NAME",
      description =
          "The revision under test: a name, latest-ready, latest-created, previous or tag:NAME"
              + " (default: the configuration's).")
  private Optional<String> revision = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "WHAT",
      description = {
        "Compare with another revision or run: previous, a revision, or the record of an",
        "earlier run, a file that ends in .json (default: the configuration's)."
      })
  private Optional<String> baseline = Optional.empty();

  @Option(
      names = "--github",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = {
        "In GitHub Actions, write the step's summary, outputs and annotations too",
        "(default: yes, when GITHUB_ACTIONS is true)."
      })
  private boolean github;

  @Option(names = "--allow-exec", description = "Allow checks that run programs or Cloud Run jobs.")
  private boolean allowExec;

  @Option(
      names = "--plugins",
      paramLabel = "PATH",
      split = ":",
      description = "Jars, or folders of jars, with check types and formats of your own.")
  private List<String> plugins = new ArrayList<>();

  boolean allowExec() {
    return allowExec;
  }

  List<String> plugins() {
    return plugins;
  }

  ValidationOptions toValidation(
      Path config, Endpoints endpoints, Map<String, String> environment, String command)
      throws UsageException {
    List<Output> parsed = new ArrayList<>();
    for (String output : outputs) {
      parsed.add(Output.parse(output));
    }
    return new ValidationOptions(
        config,
        parsed,
        reports,
        look.look(),
        overwrite,
        new Filter(only, skip, tags),
        variables,
        environment,
        endpoints,
        revision,
        since.isPresent() ? Optional.of(Since.parse(since.get())) : Optional.empty(),
        baseline.isPresent() ? Optional.of(Against.parse(baseline.get())) : Optional.empty(),
        jobs(),
        timeout.isPresent() ? Optional.of(length("--timeout", timeout.get())) : Optional.empty(),
        allowExec,
        failFast,
        github && "true".equals(environment.get("GITHUB_ACTIONS")),
        command);
  }

  private Optional<Integer> jobs() throws UsageException {
    if (jobs.isPresent() && jobs.get() < 1) {
      throw new UsageException("--jobs " + jobs.get() + ": at least 1 is needed");
    }
    return jobs;
  }

  private static Duration length(String option, String text) throws UsageException {
    return Durations.parse(text)
        .filter(length -> !length.isZero())
        .orElseThrow(
            () ->
                new UsageException(
                    option
                        + " "
                        + text
                        + ": write a length of time with its unit, such as 90s or 10m"));
  }
}
