package dev.stageproof.checks.cloudrun;

import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.HealthProbe;
import dev.stageproof.spi.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checks that any Cloud Run service is worth, made to measure where the service could be seen.
 */
record Suggestions(Optional<DeploymentObservation> seen) {

  /** What Cloud Run itself logs when a container dies: one line for each part of the pattern. */
  private static final List<String> DEATHS =
      List.of(
          "Container called exit(1).",
          "Memory limit of 512 MiB exceeded with 530 MiB used.",
          "Uncaught signal: 6, pid=1, tid=1, fault_addr=0.",
          "The user-provided container failed the configured startup probe checks.");

  private static final String DEATH =
      "Container called exit\\(|Memory limit of .* exceeded|Uncaught signal: \\d+"
          + "|failed the configured startup probe";

  Suggestion.Set all() {
    List<Suggestion> checks = new ArrayList<>();
    checks.add(revision());
    checks.add(health());
    checks.add(noErrors());
    checks.add(noDeaths());
    newErrors().ifPresent(checks::add);
    return new Suggestion.Set(serving(), origin(), checks);
  }

  private String origin() {
    return seen.map(known -> "revision " + known.revision().name() + " as it was then")
        .orElse("nothing but the names: the service could not be looked at");
  }

  /** A revision without any traffic was deployed to be validated first. */
  private boolean serving() {
    return seen.map(TrafficShare::of).map(share -> share > 0).orElse(true);
  }

  private Suggestion revision() {
    return new Suggestion(
        "revision",
        "cloud-run",
        seen.isPresent()
            ? List.of(
                "Ready, the newest, serving; and configured as it is now. What may change from one",
                "deployment to the next does not belong here.")
            : List.of(
                "Ready, the newest, and serving. `stageproof checks cloud-run` tells what else can",
                "be expected: environment variables by name, limits, scaling, the image."),
        seen.map(AsDeployed::of)
            .map(expect -> Map.<String, Object>of("expect", expect))
            .orElse(Map.of()),
        "The revision is ready, serves, and is configured as it should be.",
        true);
  }

  private Suggestion health() {
    Optional<Probed> probed = seen.flatMap(Suggestions::probed);
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("path", probed.map(Probed::path).orElse("/health"));
    settings.put("retry", Map.of("budget", "30s"));
    settings.put("expect", Map.of("status", 200));
    return new Suggestion(
        "health",
        "http",
        probed
            .map(by -> List.of("The path that the revision's " + by.probe() + " probe asks."))
            .orElseGet(this::unknownPath),
        settings,
        "The service answers its health check.",
        probed.isPresent());
  }

  private List<String> unknownPath() {
    return List.of(
        seen.isPresent()
            ? "No probe of the revision asks a path by HTTP, so the path of its health check is"
            : "The path of the service's health check is",
        "not known. Put it in and take the `# ` away; a path that always answers proves nothing.");
  }

  /** A path and the probe that asks it. */
  private record Probed(String probe, String path) {}

  private static Optional<Probed> probed(DeploymentObservation seen) {
    Container container = seen.revision().container();
    return Stream.of(
            probed("liveness", container.livenessProbe()),
            probed("readiness", container.readinessProbe()),
            probed("startup", container.startupProbe()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Probed> probed(String name, Optional<HealthProbe> probe) {
    return probe.flatMap(HealthProbe::path).map(path -> new Probed(name, path));
  }

  private static Suggestion noErrors() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("regex", ".");
    settings.put("at-least", "error");
    settings.put("expect", "absent");
    return new Suggestion(
        "no-errors",
        "log-pattern",
        List.of(
            "No entry at ERROR or above. An absence weighs what was read and served meanwhile: ask",
            "for more with `exposure: {min-entries: 100, min-requests: 20}`."),
        settings,
        "The revision logs no errors.",
        true);
  }

  private static Suggestion noDeaths() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("regex", DEATH);
    settings.put("samples", Map.of("match", DEATHS));
    settings.put("expect", "absent");
    return new Suggestion(
        "no-restarts",
        "log-pattern",
        List.of("What Cloud Run logs when a container dies; the pattern is held to `samples`."),
        settings,
        "No container of the revision died.",
        true);
  }

  /** Without a previous revision there is nothing to compare with; unseen, there may be one. */
  private Optional<Suggestion> newErrors() {
    if (seen.isPresent() && seen.get().previous().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Suggestion(
            "new-errors",
            "log-novelty",
            List.of(
                "Errors that the previous revision did not log. Advisory: it tells where to look.",
                seen.isPresent()
                    ? "Its severity may be `blocking` once the service logs no noise."
                    : "It needs a previous revision; take the `# ` away when there is one."),
            Map.of("severity", "advisory"),
            "The revision brings no new errors.",
            seen.isPresent()));
  }
}
