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
      @Doc("The image: where it comes from, and its size.") Image image,
      @Doc("Environment variables, by name.") Env env,
      @Doc(
              value =
                  "Environment variables that come from Secret Manager: `SECRET` for any version,"
                      + " or `SECRET:VERSION`.",
              example = "{JWT_SECRET_KEY: \"jwt-secret-key:7\"}")
          Map<String, SecretRule> secrets,
      @Doc(
              value =
                  "Whether every secret has to be used in a numbered version; `latest` can become"
                      + " another one while the revision runs.",
              def = "false")
          boolean pinnedSecrets,
      @Doc(value = "The memory limit.", example = "{min: 512Mi, max: 2Gi}") Optional<Memory> memory,
      @Doc(value = "The CPU limit.", example = "{min: 1, max: 2000m}") Optional<Cpu> cpu,
      @Doc(value = "The lowest number of instances: a number or a range.", example = "1..")
          Optional<CountRange> minInstances,
      @Doc(value = "The highest number of instances: a number or a range.", example = "1..20")
          Optional<CountRange> maxInstances,
      @Doc(value = "Requests at once in one instance: a number or a range.", example = "80")
          Optional<CountRange> concurrency,
      @Doc(value = "How long a request may take.", example = "{min: 60s, max: 5m}")
          Optional<Timeout> timeout,
      @Doc(value = "What finds out whether an instance has started.", example = "http /health")
          Optional<ProbeRule> startupProbe,
      @Doc(value = "What finds out whether an instance still works.", example = "required")
          Optional<ProbeRule> livenessProbe,
      @Doc(value = "What finds out whether an instance can take requests.", example = "none")
          Optional<ProbeRule> readinessProbe,
      @Doc(
              value = "The account that the revision runs as.",
              example = "backend@acme-staging.iam.gserviceaccount.com")
          Optional<String> serviceAccount,
      @Doc(value = "Where requests may come from.", example = "all") Optional<Ingress> ingress,
      @Doc("The way into a VPC network.") Vpc vpc,
      @Doc(value = "The execution environment.", example = "gen2")
          Optional<ExecutionEnvironment> executionEnvironment,
      @Doc(value = "The time since the revision was deployed.", example = "{max: 1h}")
          Optional<Age> age,
      @Doc(value = "Labels of the revision and their values.", example = "{team: platform}")
          Map<String, String> labels) {
    public Expect {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
      secrets = Collections.unmodifiableMap(new TreeMap<>(secrets));
    }
  }

  /** The share of the service's traffic. */
  @Doc("The share of the service's traffic that goes to the revision.")
  public record Traffic(
      @Doc(
              value =
                  "The lowest share in percent, 0 to 100; by default 1, or 0 where the target is"
                      + " not `serving`.",
              example = "100")
          Optional<Integer> minPercent) {

    /** The lowest share when the configuration gives none. */
    private static final int SOME = 1;

    public Traffic {
      if (minPercent.filter(percent -> percent < 0 || percent > 100).isPresent()) {
        throw new InvalidSetting("min-percent", "`min-percent` is 0 to 100");
      }
    }

    int least(boolean meantToServe) {
      return minPercent.orElse(meantToServe ? SOME : 0);
    }
  }

  /** The image. */
  @Doc("The image that the revision runs.")
  public record Image(
      @Doc(
              value = "What the image's name has to begin with: a registry, or a repository in it.",
              example = "us-docker.pkg.dev/acme-staging/images")
          Optional<String> registry,
      @Doc(
              value =
                  "Whether it has to be deployed by digest; a tag can mean another image tomorrow.",
              def = "false")
          boolean byDigest,
      @Doc(
              value = "The most that a machine without any of it loads: layers as they are stored.",
              example = "600Mi")
          Optional<DataSize> maxSize,
      @Doc(value = "How much larger than the previous revision's it may be.", example = "10%")
          Optional<Growth> maxGrowth) {

    boolean sized() {
      return maxSize.isPresent() || maxGrowth.isPresent();
    }
  }

  /** Environment variables by name. */
  @Doc("Environment variables, by name; their values are never looked at.")
  public record Env(
      @Doc(value = "Names that have to be set.", example = "[ENVIRONMENT]") List<String> required,
      @Doc(value = "Names that must not be set.", example = "[DEBUG]") List<String> forbidden,
      @Doc(
              value = "All names that are set: no other, and none of them missing.",
              example = "[ENVIRONMENT, JWT_SECRET_KEY]")
          Optional<List<String>> exactly,
      @Doc(
              value =
                  "The same names as in the previous revision, but for those listed here; `{}` when"
                      + " none may differ.",
              example = "{added: [FEATURE_X]}")
          Optional<SincePrevious> sincePrevious) {
    public Env {
      required = List.copyOf(required);
      forbidden = List.copyOf(forbidden);
      exactly = exactly.map(List::copyOf);
      refuse(required, forbidden, "required");
      refuse(exactly.orElse(List.of()), forbidden, "listed in `exactly`");
    }

    private static void refuse(List<String> wanted, List<String> forbidden, String how) {
      wanted.stream()
          .filter(forbidden::contains)
          .findFirst()
          .ifPresent(
              name -> {
                throw new InvalidSetting(
                    "forbidden", "`" + name + "` is both " + how + " and forbidden");
              });
    }
  }

  /** How the names of environment variables may differ from the previous revision's. */
  @Doc("How the names of environment variables may differ from the previous revision's.")
  public record SincePrevious(
      @Doc(value = "Names that may be new.", example = "[FEATURE_X]") List<String> added,
      @Doc(value = "Names that may be gone.", example = "[LEGACY_URL]") List<String> removed) {
    public SincePrevious {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
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

  /** Bounds of the request timeout. */
  @Doc("Bounds of the time that a request may take.")
  public record Timeout(
      @Doc(value = "The least.", example = "60s") Optional<Duration> min,
      @Doc(value = "The most.", example = "5m") Optional<Duration> max) {
    public Timeout {
      Bounds.check(min, max);
    }
  }

  /** The way into a VPC network. */
  @Doc("The way into a VPC network; names without their project.")
  public record Vpc(
      @Doc(value = "The connector of Serverless VPC Access.", example = "staging-connector")
          Optional<String> connector,
      @Doc(value = "The network of direct VPC egress.", example = "staging")
          Optional<String> network,
      @Doc(value = "The subnetwork of direct VPC egress.", example = "staging-run")
          Optional<String> subnetwork,
      @Doc(value = "Which requests take that way.", example = "private-ranges-only")
          Optional<Egress> egress) {}

  /** Which outgoing requests go through the VPC network. */
  public enum Egress {
    @Doc("All of them.")
    ALL_TRAFFIC,
    @Doc("Those to private addresses.")
    PRIVATE_RANGES_ONLY
  }

  /** The execution environment. */
  public enum ExecutionEnvironment {
    @Doc("The first generation, a sandbox with its own system calls.")
    GEN1,
    @Doc("The second generation, with all of Linux.")
    GEN2
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
