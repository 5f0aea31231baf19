package dev.stageproof.gate;

import dev.stageproof.config.ConfigException;
import dev.stageproof.config.ConfigReader;
import dev.stageproof.config.RunConfig;
import dev.stageproof.engine.EngineOptions;
import dev.stageproof.engine.Redactor;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.spi.Endpoint;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.ProbeSettings.Endpoints;
import dev.stageproof.spi.TargetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The configuration with the command line and the environment put over it. */
record Setup(
    RunConfig config,
    Optional<TargetSettings> target,
    Optional<Against> baseline,
    EngineOptions engine) {

  /** A shorter secret can't be hidden without hiding innocent text with it. */
  private static final int SHORTEST_SECRET = 6;

  static Setup load(Catalog catalog, ValidationOptions options) throws UsageException {
    RunConfig config = read(catalog, options);
    Optional<TargetSettings> target = target(config, options);
    return new Setup(config, target, baseline(config, target, options), engine(config, options));
  }

  private static Optional<TargetSettings> target(RunConfig config, ValidationOptions options)
      throws UsageException {
    if (options.revision().isPresent() && config.target().isEmpty()) {
      throw new UsageException("--revision needs a `target` in the configuration");
    }
    try {
      return config.target().map(of -> options.revision().map(of::withRevision).orElse(of));
    } catch (InvalidSetting e) {
      throw new UsageException("--revision: " + e.getMessage(), e);
    }
  }

  private static Optional<Against> baseline(
      RunConfig config, Optional<TargetSettings> target, ValidationOptions options)
      throws UsageException {
    Optional<Against> asked = options.baseline();
    if (asked.isEmpty() && config.baseline().isPresent()) {
      asked = Optional.of(Against.parse(config.baseline().get(), options.folder()));
    }
    if (asked.isPresent()) {
      requireFits(asked.get(), target);
    }
    return asked;
  }

  private static void requireFits(Against baseline, Optional<TargetSettings> target)
      throws UsageException {
    if (!(baseline instanceof Against.Stored) && target.isEmpty()) {
      throw new UsageException(
          "a revision as baseline needs a `target` in the configuration; without one, compare with"
              + " the record of an earlier run: --baseline RECORD.json");
    }
    if (baseline instanceof Against.Revision revision) {
      try {
        var unused = target.orElseThrow().withRevision(revision.selector());
      } catch (InvalidSetting e) {
        throw new UsageException("the baseline: " + e.getMessage(), e);
      }
    }
  }

  private static RunConfig read(Catalog catalog, ValidationOptions options) throws UsageException {
    var reader = new ConfigReader(catalog.checkTypes(), options::variable);
    try {
      return reader.read(options.config());
    } catch (ConfigException e) {
      throw new UsageException(e.render(), e);
    }
  }

  private static EngineOptions engine(RunConfig config, ValidationOptions options)
      throws UsageException {
    Endpoints file = config.gcp().endpoints();
    Endpoints flags = options.endpoints();
    Endpoints endpoints =
        new Endpoints(
            first(flags.logging(), "STAGEPROOF_LOGGING_ENDPOINT", options, file.logging()),
            first(flags.run(), "STAGEPROOF_RUN_ENDPOINT", options, file.run()));
    return new EngineOptions(
        options.jobs().orElse(config.run().jobs()),
        options.timeout().orElse(config.run().timeout()),
        options.allowExec(),
        options.failFast(),
        new ProbeSettings(endpoints, config.gcp().logReadsPerMinute()));
  }

  private static Optional<Endpoint> first(
      Optional<Endpoint> flag, String variable, ValidationOptions options, Optional<Endpoint> file)
      throws UsageException {
    String text = options.environment().getOrDefault(variable, "");
    if (flag.isPresent() || text.isEmpty()) {
      return flag.or(() -> file);
    }
    try {
      return Optional.of(Endpoint.parse(text));
    } catch (IllegalArgumentException e) {
      throw new UsageException(variable + ": " + e.getMessage(), e);
    }
  }

  /**
   * What hides the configured secrets.
   *
   * @throws UsageException when a named variable is not set or too short to be hidden
   */
  Redactor redactor(ValidationOptions options) throws UsageException {
    List<String> values = new ArrayList<>();
    for (String name : config.secrets()) {
      String value = options.variable(name).orElse("");
      if (value.length() < SHORTEST_SECRET) {
        throw new UsageException(
            "secret `"
                + name
                + "`: the variable "
                + (value.isEmpty() ? "is not set" : "is shorter than 6 characters")
                + "; set it, or take it out of `secrets`");
      }
      values.add(value);
    }
    return new Redactor(values);
  }
}
