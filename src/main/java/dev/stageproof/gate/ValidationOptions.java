package dev.stageproof.gate;

import dev.stageproof.spi.ProbeSettings.Endpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks of a validation; it goes over the configuration file.
 *
 * @param config the configuration file
 * @param outputs the reports asked for; empty for Markdown and JSON in {@code reports}
 * @param reports the folder of the default reports
 * @param templates a folder whose templates go before the built-in ones
 * @param overwrite whether an existing file named by an output may be replaced
 * @param filter which checks to run
 * @param variables values for {@code ${NAME}}, going over the environment
 * @param environment the process's environment variables
 * @param endpoints go over the configuration's
 * @param github whether to write for GitHub Actions what it shows of a step
 * @param command the command line that repeats the run, for the report
 */
public record ValidationOptions(
    Path config,
    List<Output> outputs,
    Path reports,
    Optional<Path> templates,
    boolean overwrite,
    Filter filter,
    Map<String, String> variables,
    Map<String, String> environment,
    Endpoints endpoints,
    Optional<String> revision,
    Optional<Since> since,
    Optional<Against> baseline,
    Optional<Integer> jobs,
    Optional<Duration> timeout,
    boolean allowExec,
    boolean failFast,
    boolean github,
    String command) {

  /** The configuration's folder. */
  Path folder() {
    return config.toAbsolutePath().normalize().getParent();
  }

  /** Which reports are wanted. */
  Delivery delivery() {
    return new Delivery(
        outputs,
        reports,
        templates,
        overwrite,
        github ? Optional.of(environment) : Optional.empty());
  }

  /** No wishes but a configuration. */
  public static ValidationOptions of(Path config, Map<String, String> environment, String command) {
    return new ValidationOptions(
        config,
        List.of(),
        Path.of("reports"),
        Optional.empty(),
        false,
        new Filter(List.of(), List.of(), List.of()),
        Map.of(),
        environment,
        Endpoints.google(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        command);
  }

  /** What a name stands for: {@code --var} goes over the environment. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.getOrDefault(name, environment.get(name)));
  }

  /**
   * Which checks to run. Those left out are SKIPPED, so that a partial run can't pass unnoticed.
   *
   * @param only ids; empty for all
   * @param skip ids
   * @param tags a check is run when it has one of them; empty for all
   */
  public record Filter(List<String> only, List<String> skip, List<String> tags) {}
}
