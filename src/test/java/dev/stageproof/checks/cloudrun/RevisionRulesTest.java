package dev.stageproof.checks.cloudrun;

import static dev.stageproof.checks.cloudrun.Deployments.DEPLOYED;
import static dev.stageproof.checks.cloudrun.Deployments.DIGEST;
import static dev.stageproof.checks.cloudrun.Deployments.IMAGE;
import static dev.stageproof.checks.cloudrun.Deployments.READY;
import static dev.stageproof.checks.cloudrun.Deployments.limits;
import static dev.stageproof.checks.cloudrun.Deployments.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Age;
import dev.stageproof.checks.cloudrun.CloudRunSettings.Cpu;
import dev.stageproof.checks.cloudrun.CloudRunSettings.Env;
import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.checks.cloudrun.CloudRunSettings.Memory;
import dev.stageproof.checks.cloudrun.CloudRunSettings.Traffic;
import dev.stageproof.model.Assertion;
import dev.stageproof.observe.DeploymentObservation.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionRulesTest {
  private static final Env NO_ENV = new Env(List.of(), List.of());

  private static List<Assertion> rules(Expect expect, Revision revision) {
    return new RevisionRules(expect, revision, DEPLOYED.plus(Duration.ofMinutes(21))).assertions();
  }

  private static Expect expect(
      Optional<DigestRule> digest, Optional<Memory> memory, Optional<Cpu> cpu) {
    return expect(digest, memory, cpu, Optional.empty(), Optional.empty(), Map.of());
  }

  private static Expect expect(
      Optional<DigestRule> digest,
      Optional<Memory> memory,
      Optional<Cpu> cpu,
      Optional<CountRange> instances,
      Optional<Age> age,
      Map<String, String> labels) {
    return new Expect(
        true,
        true,
        new Traffic(1),
        digest,
        NO_ENV,
        memory,
        cpu,
        instances,
        instances,
        instances,
        age,
        labels);
  }

  private static List<Assertion> digest(String rule, Revision revision) {
    Optional<DigestRule> digest = Optional.of(DigestRule.parse(rule));
    return rules(expect(digest, Optional.empty(), Optional.empty()), revision);
  }

  private static Revision limited(Map<String, String> limits) {
    return revision(IMAGE + ":latest", Optional.empty(), limits, 0, READY);
  }

  private static List<Assertion> memory(String limit) {
    Memory bounds =
        new Memory(Optional.of(DataSize.parse("512Mi")), Optional.of(DataSize.parse("1Gi")));
    return rules(
        expect(Optional.empty(), Optional.of(bounds), Optional.empty()),
        limited(Map.of("memory", limit)));
  }

  private static List<Assertion> cpu(String limit) {
    Cpu bounds = new Cpu(Optional.of(CpuAmount.parse("1")), Optional.empty());
    return rules(
        expect(Optional.empty(), Optional.empty(), Optional.of(bounds)),
        limited(limit.isEmpty() ? Map.of() : Map.of("cpu", limit)));
  }

  private static List<Assertion> scaling(String range, Revision revision) {
    return rules(
        expect(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(CountRange.parse(range)),
            Optional.empty(),
            Map.of()),
        revision);
  }

  private static List<Assertion> age(Age age) {
    return rules(
        expect(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(age),
            Map.of()),
        revision(READY));
  }

  @Test
  void nothingExpectedIsNothingAsserted() {
    assertThat(rules(Deployments.byDefault(), revision(READY))).isEmpty();
  }

  @Test
  void aKnownDigestPasses() {
    assertThat(digest("resolved", revision(READY)))
        .containsExactly(Assertion.of("image digest", "known", DIGEST, true));
  }

  @Test
  void anotherDigestFails() {
    String other = "sha256:" + "0".repeat(64);

    assertThat(digest(other, revision(READY)))
        .containsExactly(Assertion.of("image digest", other, DIGEST, false));
  }

  @Test
  void anImageByTagLeavesTheDigestOpen() {
    assertThat(digest("resolved", limited(limits())))
        .containsExactly(
            Assertion.unsettled(
                "image digest",
                "known",
                "not known: the image was deployed as " + IMAGE + ":latest",
                "deploy the image by digest: " + IMAGE + "@sha256:…"));
  }

  @Test
  void variablesAreRequiredAndForbiddenByName() {
    Expect expect =
        Deployments.expect(
            1, List.of("ENVIRONMENT", "JWT_SECRET_KEY", "POSTGRES_HOST"), List.of("DEBUG"));

    assertThat(rules(expect, revision(READY)))
        .containsExactly(
            Assertion.of("env ENVIRONMENT", "set", "set, by value", true),
            Assertion.of("env JWT_SECRET_KEY", "set", "set, by secret", true),
            Assertion.of("env POSTGRES_HOST", "set", "not set", false),
            Assertion.of("env DEBUG", "not set", "not set", true));
  }

  @Test
  void aForbiddenVariableThatIsSetFails() {
    Expect expect = Deployments.expect(1, List.of(), List.of("ENVIRONMENT"));

    assertThat(rules(expect, revision(READY)))
        .containsExactly(Assertion.of("env ENVIRONMENT", "not set", "set, by value", false));
  }

  @Test
  void aMemoryLimitIsHeldAgainstItsBounds() {
    assertThat(memory("512Mi"))
        .containsExactly(Assertion.of("memory limit", "512Mi to 1Gi", "512Mi", true));
    assertThat(memory("256Mi"))
        .containsExactly(Assertion.of("memory limit", "512Mi to 1Gi", "256Mi", false));
    assertThat(memory("2Gi"))
        .containsExactly(Assertion.of("memory limit", "512Mi to 1Gi", "2Gi", false));
  }

  @Test
  void aMemoryLimitThatIsNotUnderstoodIsInconclusive() {
    assertThat(memory("much"))
        .containsExactly(
            Assertion.unsettled(
                "memory limit",
                "512Mi to 1Gi",
                "much",
                "set the memory limit explicitly when you deploy"));
  }

  @Test
  void aCpuLimitIsHeldAgainstItsBounds() {
    assertThat(cpu("1000m"))
        .containsExactly(Assertion.of("cpu limit", "at least 1", "1000m", true));
    assertThat(cpu("0.5")).containsExactly(Assertion.of("cpu limit", "at least 1", "0.5", false));
  }

  @Test
  void aCpuLimitThatIsNotSetIsInconclusive() {
    assertThat(cpu(""))
        .containsExactly(
            Assertion.unsettled(
                "cpu limit",
                "at least 1",
                "not set",
                "set the cpu limit explicitly when you deploy"));
  }

  @Test
  void scalingIsHeldAgainstItsRange() {
    assertThat(scaling("1..10", revision(READY)))
        .containsExactly(
            Assertion.of("min instances", "1 to 10", "1", true),
            Assertion.of("max instances", "1 to 10", "10", true),
            Assertion.of("concurrency", "1 to 10", "80", false));
  }

  @Test
  void aHighestNumberOfInstancesThatIsNotSetIsInconclusive() {
    assertThat(scaling("..10", limited(limits())).get(1))
        .isEqualTo(
            Assertion.unsettled(
                "max instances",
                "at most 10",
                "not set",
                "set the max instances explicitly when you deploy"));
  }

  @Test
  void theAgeIsCountedFromTheDeployment() {
    assertThat(age(new Age(Optional.empty(), Optional.of(Duration.ofHours(1)))))
        .containsExactly(Assertion.of("age", "at most 1 h", "21 min", true));
    assertThat(age(new Age(Optional.of(Duration.ofMinutes(30)), Optional.empty())))
        .containsExactly(Assertion.of("age", "at least 30 min", "21 min", false));
  }

  @Test
  void labelsAreComparedByValue() {
    Expect expect =
        expect(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of("team", "platform", "stage", "canary"));

    assertThat(rules(expect, revision(READY)))
        .containsExactly(
            Assertion.of("label stage", "canary", "not set", false),
            Assertion.of("label team", "platform", "platform", true));
  }
}
