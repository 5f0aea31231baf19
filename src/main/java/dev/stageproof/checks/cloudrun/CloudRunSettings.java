package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings of {@code cloud-run}. */
@Doc(
    "The state of the Cloud Run service and of the revision under test, as the Admin API tells it."
        + " Each expectation is an assertion of its own.")
public record CloudRunSettings(
    @Doc("What is expected; left out, the revision has to be ready, the newest, and serving.")
        Expect expect) {

  /** What is expected of the service and the revision. */
  @Doc("What is expected of the service and the revision.")
  public record Expect(
      @Doc(
              value =
                  "Whether the service and the revision have to be ready; a deployment that is"
                      + " still under way is inconclusive.",
              def = "true")
          boolean ready,
      @Doc(
              value = "Whether the latest ready revision has to be the latest created one.",
              def = "true")
          boolean latest,
      @Doc("The share of the service's traffic that goes to the revision.") Traffic traffic,
      @Doc(
              value =
                  "The digest of the image: `resolved` when any will do, as long as the image was"
                      + " deployed by digest.",
              example = "resolved")
          Optional<DigestRule> imageDigest,
      @Doc("Environment variables, by name.") Env env,
      @Doc(value = "The memory limit.", example = "{min: 512Mi, max: 2Gi}") Optional<Memory> memory,
      @Doc(value = "The CPU limit.", example = "{min: 1, max: 2000m}") Optional<Cpu> cpu,
      @Doc(value = "The lowest number of instances: a number or a range.", example = "1..")
          Optional<CountRange> minInstances,
      @Doc(value = "The highest number of instances: a number or a range.", example = "1..20")
          Optional<CountRange> maxInstances,
      @Doc(value = "Requests at once in one instance: a number or a range.", example = "80")
          Optional<CountRange> concurrency,
      @Doc(value = "The time since the revision was deployed.", example = "{max: 1h}")
          Optional<Age> age,
      @Doc(value = "Labels of the revision and their values.", example = "{team: platform}")
          Map<String, String> labels) {
    public Expect {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
  }

  /** The share of the service's traffic. */
  @Doc("The share of the service's traffic that goes to the revision.")
  public record Traffic(
      @Doc(value = "The lowest share in percent, 0 to 100.", def = "1", example = "100")
          int minPercent) {
    public Traffic {
      if (minPercent < 0 || minPercent > 100) {
        throw new InvalidSetting("min-percent", "`min-percent` is 0 to 100");
      }
    }
  }

  /** Environment variables by name. */
  @Doc("Environment variables, by name; their values are never looked at.")
  public record Env(
      @Doc(value = "Names that have to be set.", example = "[ENVIRONMENT]") List<String> required,
      @Doc(value = "Names that must not be set.", example = "[DEBUG]") List<String> forbidden) {
    public Env {
      required = List.copyOf(required);
      forbidden = List.copyOf(forbidden);
      required.stream()
          .filter(forbidden::contains)
          .findFirst()
          .ifPresent(
              name -> {
                throw new InvalidSetting(
                    "forbidden", "`" + name + "` is both required and forbidden");
              });
    }
  }

  /** Bounds of the memory limit. */
  @Doc("Bounds of the memory limit.")
  public record Memory(
      @Doc(value = "The least.", example = "512Mi") Optional<DataSize> min,
      @Doc(value = "The most.", example = "2Gi") Optional<DataSize> max) {
    public Memory {
      Bounds.check(min, max);
    }
  }

  /** Bounds of the CPU limit. */
  @Doc("Bounds of the CPU limit.")
  public record Cpu(
      @Doc(value = "The least.", example = "1") Optional<CpuAmount> min,
      @Doc(value = "The most.", example = "2000m") Optional<CpuAmount> max) {
    public Cpu {
      Bounds.check(min, max);
    }
  }

  /** Bounds of the age. */
  @Doc("Bounds of the time since the revision was deployed.")
  public record Age(
      @Doc(value = "The least.", example = "10m") Optional<Duration> min,
      @Doc(value = "The most.", example = "1h") Optional<Duration> max) {
    public Age {
      Bounds.check(min, max);
    }
  }
}
