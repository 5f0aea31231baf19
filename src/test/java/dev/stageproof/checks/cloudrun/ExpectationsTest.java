package dev.stageproof.checks.cloudrun;

import static dev.stageproof.checks.cloudrun.Deployments.DIGEST;
import static dev.stageproof.checks.cloudrun.Deployments.IMAGE;
import static dev.stageproof.checks.cloudrun.Deployments.READY;
import static dev.stageproof.checks.cloudrun.Deployments.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.spi.Sight;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each expectation, once where it holds and once where it does not. */
class ExpectationsTest {
  private static final String BEFORE = "netra-backend-staging-00639-old";
  private static final Gap GAP = Gap.of(GapReason.UNREACHABLE, "refused", "start it");

  private static List<Assertion> env(String expect, Sight<DeploymentObservation> previous) {
    return new EnvRules(Expectations.of("env: {" + expect + "}").env(), revision(READY), previous)
        .assertions();
  }

  private static List<Assertion> env(String expect) {
    return env(expect, new Sight.Unseen<>(GAP));
  }

  private static Sight<DeploymentObservation> before(String... variables) {
    Revision revision = Deployments.withEnv(BEFORE, List.of(variables));
    return new Sight.Seen<>(Deployments.of(Deployments.good().service(), revision));
  }

  private static List<Assertion> secrets(String expect, Revision revision) {
    return new SecretRules(Expectations.of(expect), revision).assertions();
  }

  private static List<Assertion> platform(String expect) {
    return new PlatformRules(Expectations.of(expect), Deployments.good()).assertions();
  }

  private static ImageRules image(
      String expect, Revision revision, Optional<Long> size, Optional<Long> previous) {
    return new ImageRules(
        Expectations.of("image: {" + expect + "}").image(),
        revision,
        manifest(size),
        manifest(previous));
  }

  private static Sight<ImageManifestObservation> manifest(Optional<Long> size) {
    return size.<Sight<ImageManifestObservation>>map(
            bytes ->
                new Sight.Seen<>(
                    new ImageManifestObservation(
                        DIGEST,
                        DIGEST,
                        "",
                        new Blob("c", "", 0),
                        List.of(new Blob("l", "", bytes)))))
        .orElseGet(() -> new Sight.Unseen<>(GAP));
  }

  @Test
  void variablesAreRequiredAndForbiddenByName() {
    assertThat(env("required: [ENVIRONMENT, JWT_SECRET_KEY, POSTGRES_HOST], forbidden: [DEBUG]"))
        .containsExactly(
            Assertion.of("env ENVIRONMENT", "set", "set, by value", true),
            Assertion.of("env JWT_SECRET_KEY", "set", "set, by secret", true),
            Assertion.of("env POSTGRES_HOST", "set", "not set", false),
            Assertion.of("env DEBUG", "not set", "not set", true));
  }

  @Test
  void aForbiddenVariableThatIsSetFails() {
    assertThat(env("forbidden: [ENVIRONMENT]"))
        .containsExactly(Assertion.of("env ENVIRONMENT", "not set", "set, by value", false));
  }

  @Test
  void theSetOfVariablesIsComparedAsAWhole() {
    assertThat(env("exactly: [JWT_SECRET_KEY, ENVIRONMENT]"))
        .containsExactly(
            Assertion.of("env names", "exactly JWT_SECRET_KEY, ENVIRONMENT", "just these", true));
    assertThat(env("exactly: [ENVIRONMENT, POSTGRES_HOST]"))
        .containsExactly(
            Assertion.of(
                "env names",
                "exactly ENVIRONMENT, POSTGRES_HOST",
                "missing: POSTGRES_HOST; not expected: JWT_SECRET_KEY",
                false));
  }

  @Test
  void anEmptySetIsAnExpectationToo() {
    assertThat(env("exactly: []"))
        .containsExactly(
            Assertion.of("env names", "none", "not expected: ENVIRONMENT, JWT_SECRET_KEY", false));
  }

  @Test
  void newAndMissingVariablesAreToldAgainstThePreviousRevision() {
    assertThat(env("since-previous: {}", before("ENVIRONMENT", "POSTGRES_HOST")))
        .containsExactly(
            Assertion.of("env added since " + BEFORE, "none", "JWT_SECRET_KEY", false),
            Assertion.of("env removed since " + BEFORE, "none", "POSTGRES_HOST", false));
  }

  @Test
  void differencesThatAreListedAreAllowed() {
    assertThat(
            env(
                "since-previous: {added: [JWT_SECRET_KEY, X], removed: [OLD]}",
                before("ENVIRONMENT")))
        .containsExactly(
            Assertion.of(
                "env added since " + BEFORE, "none but JWT_SECRET_KEY, X", "JWT_SECRET_KEY", true),
            Assertion.of("env removed since " + BEFORE, "none but OLD", "none", true));
  }

  @Test
  void aPreviousRevisionThatIsNotSeenLeavesOnlyTheComparisonOpen() {
    assertThat(env("required: [ENVIRONMENT], since-previous: {}"))
        .containsExactly(
            Assertion.of("env ENVIRONMENT", "set", "set, by value", true),
            Assertion.unsettled(
                "env since the previous revision",
                "the same names",
                "not seen: refused",
                "start it"));
  }

  @Test
  void secretsAreComparedByNameAndVersion() {
    assertThat(secrets("secrets: {JWT_SECRET_KEY: \"jwt-secret-key:7\"}", revision(READY)))
        .containsExactly(
            Assertion.of(
                "secret of JWT_SECRET_KEY",
                "secret jwt-secret-key:7",
                "secret jwt-secret-key:7",
                true));
    assertThat(
            secrets(
                "secrets: {JWT_SECRET_KEY: \"jwt-secret-key:8\", ENVIRONMENT: a, GONE: b}",
                revision(READY)))
        .containsExactly(
            Assertion.of("secret of ENVIRONMENT", "secret a", "value", false),
            Assertion.of("secret of GONE", "secret b", "not set", false),
            Assertion.of(
                "secret of JWT_SECRET_KEY",
                "secret jwt-secret-key:8",
                "secret jwt-secret-key:7",
                false));
  }

  @Test
  void aSecretWithoutAVersionTakesAnyVersion() {
    assertThat(secrets("secrets: {JWT_SECRET_KEY: jwt-secret-key}", revision(READY)))
        .extracting(Assertion::outcome)
        .containsExactly(Outcome.PASS);
  }

  @Test
  void aSecretInItsLatestVersionIsNotPinned() {
    Revision moving = Deployments.withSecret("jwt-secret-key", "latest");

    assertThat(secrets("pinned-secrets: true", revision(READY)))
        .containsExactly(Assertion.of("secret versions", "all numbered", "all numbered", true));
    assertThat(secrets("pinned-secrets: true", moving))
        .containsExactly(
            Assertion.of(
                "secret versions",
                "all numbered",
                "JWT_SECRET_KEY from jwt-secret-key:latest",
                false));
  }

  @Test
  void probesAreComparedByKindAndPath() {
    assertThat(
            platform("startup-probe: tcp, liveness-probe: \"http /health\", readiness-probe: none"))
        .containsExactly(
            Assertion.of("startup probe", "TCP", "TCP on 8080", true),
            Assertion.of("liveness probe", "HTTP GET /health", "HTTP GET /health on 8080", true),
            Assertion.of("readiness probe", "none", "none", true));
    assertThat(
            platform(
                "startup-probe: \"http /health\", liveness-probe: \"http /live\","
                    + " readiness-probe: required"))
        .containsExactly(
            Assertion.of("startup probe", "HTTP GET /health", "TCP on 8080", false),
            Assertion.of("liveness probe", "HTTP GET /live", "HTTP GET /health on 8080", false),
            Assertion.of("readiness probe", "any", "none", false));
  }

  @Test
  void aProbeThatMustNotBeIsAFailure() {
    assertThat(platform("liveness-probe: none"))
        .containsExactly(Assertion.of("liveness probe", "none", "HTTP GET /health on 8080", false));
  }

  @Test
  void thePlaceOfTheRevisionIsCompared() {
    assertThat(
            platform(
                "service-account: run@netra-staging.iam.gserviceaccount.com, ingress: all,"
                    + " execution-environment: gen2"))
        .containsExactly(
            Assertion.of(
                "service account",
                "run@netra-staging.iam.gserviceaccount.com",
                "run@netra-staging.iam.gserviceaccount.com",
                true),
            Assertion.of("ingress", "all", "all", true),
            Assertion.of("execution environment", "gen2", "gen2", true));
    assertThat(
            platform(
                "service-account: other@p.iam.gserviceaccount.com,"
                    + " ingress: internal-and-cloud-load-balancing, execution-environment: gen1"))
        .extracting(Assertion::expected, Assertion::actual, Assertion::outcome)
        .containsExactly(
            tuple(
                "other@p.iam.gserviceaccount.com",
                "run@netra-staging.iam.gserviceaccount.com",
                Outcome.FAIL),
            tuple("internal-and-cloud-load-balancing", "all", Outcome.FAIL),
            tuple("gen1", "gen2", Outcome.FAIL));
  }

  @Test
  void aRevisionOutsideAnyNetworkFailsEachExpectationOfOne() {
    assertThat(platform("vpc: {connector: c, network: n, subnetwork: s, egress: all-traffic}"))
        .containsExactly(
            Assertion.of("vpc connector", "c", "not set", false),
            Assertion.of("vpc network", "n", "not set", false),
            Assertion.of("vpc subnetwork", "s", "not set", false),
            Assertion.of("vpc egress", "all-traffic", "not set", false));
  }

  @Test
  void theImagesNameBeginsWithTheRegistry() {
    assertThat(
            image("registry: gcr.io/netra-staging", revision(READY), none(), none()).assertions())
        .containsExactly(Assertion.of("image registry", "gcr.io/netra-staging", IMAGE, true));
    assertThat(image("registry: gcr.io/netra", revision(READY), none(), none()).assertions())
        .containsExactly(Assertion.of("image registry", "gcr.io/netra", IMAGE, false));
  }

  @Test
  void anImageByTagFailsWhereADigestIsAskedFor() {
    Revision tagged = revision(IMAGE + ":latest", Optional.empty(), Deployments.limits(), 1, READY);

    assertThat(image("by-digest: true", revision(READY), none(), none()).assertions())
        .containsExactly(Assertion.of("image deployed by", "digest", "digest", true));
    assertThat(image("by-digest: true", tagged, none(), none()).assertions())
        .containsExactly(
            Assertion.of("image deployed by", "digest", "tag, " + IMAGE + ":latest", false));
  }

  @Test
  void theSizeAndItsGrowthAreBounded() {
    ImageRules rules =
        image(
            "max-size: 600Mi, max-growth: 10%",
            revision(READY), Optional.of(110L << 20), Optional.of(100L << 20));

    assertThat(rules.assertions())
        .containsExactly(
            Assertion.of("image size", "at most 600Mi", "110.0Mi", true),
            Assertion.of("image growth", "at most 10%", "10.0%, from 100.0Mi to 110.0Mi", true));
    assertThat(rules.metrics())
        .containsExactly(
            Metric.bounded("image size", 110L << 20, Unit.BYTES, "at most 600Mi", true),
            Metric.bounded("image growth", 10, Unit.PERCENT, "at most 10%", true));
  }

  @Test
  void anImageThatIsTooLargeOrGrewTooMuchFails() {
    assertThat(
            image(
                    "max-size: 100Mi, max-growth: 9.9%",
                    revision(READY), Optional.of(110L << 20), Optional.of(100L << 20))
                .assertions())
        .containsExactly(
            Assertion.of("image size", "at most 100Mi", "110.0Mi", false),
            Assertion.of("image growth", "at most 9.9%", "10.0%, from 100.0Mi to 110.0Mi", false));
  }

  @Test
  void aRegistryThatDoesNotAnswerLeavesOnlyTheSizeOpen() {
    ImageRules rules =
        image(
            "registry: gcr.io, max-size: 600Mi, max-growth: 10%", revision(READY), none(), none());

    assertThat(rules.assertions())
        .containsExactly(
            Assertion.of("image registry", "gcr.io", IMAGE, true),
            Assertion.unsettled("image size", "at most 600Mi", "not seen: refused", "start it"),
            Assertion.unsettled("image growth", "at most 10%", "not seen: refused", "start it"));
    assertThat(rules.metrics()).isEmpty();
  }

  private static Optional<Long> none() {
    return Optional.empty();
  }
}
