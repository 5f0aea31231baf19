package dev.stageproof.checks.cloudrun;

import static dev.stageproof.checks.cloudrun.Deployments.DEPLOYED;
import static dev.stageproof.checks.cloudrun.Deployments.DIGEST;
import static dev.stageproof.checks.cloudrun.Deployments.IMAGE;
import static dev.stageproof.checks.cloudrun.Deployments.READY;
import static dev.stageproof.checks.cloudrun.Deployments.limits;
import static dev.stageproof.checks.cloudrun.Deployments.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Assertion;
import dev.stageproof.observe.DeploymentObservation.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionRulesTest {
  private static List<Assertion> rules(String expect, Revision revision) {
    return new RevisionRules(
            Expectations.of(expect), revision, DEPLOYED.plus(Duration.ofMinutes(21)))
        .assertions();
  }

  private static List<Assertion> digest(String rule, Revision revision) {
    return rules("image-digest: \"" + rule + "\"", revision);
  }

  private static Revision limited(Map<String, String> limits) {
    return revision(IMAGE + ":latest", Optional.empty(), limits, 0, READY);
  }

  private static List<Assertion> memory(String limit) {
    return rules("memory: {min: 512Mi, max: 1Gi}", limited(Map.of("memory", limit)));
  }

  private static List<Assertion> cpu(String limit) {
    return rules("cpu: {min: 1}", limited(limit.isEmpty() ? Map.of() : Map.of("cpu", limit)));
  }

  private static List<Assertion> scaling(String range, Revision revision) {
    return rules(
        "min-instances: %s, max-instances: %s, concurrency: %s".formatted(range, range, range),
        revision);
  }

  @Test
  void nothingExpectedIsNothingAsserted() {
    assertThat(rules("", revision(READY))).isEmpty();
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
    assertThat(rules("age: {max: 1h}", revision(READY)))
        .containsExactly(Assertion.of("age", "at most 1 h", "21 min", true));
    assertThat(rules("age: {min: 30m}", revision(READY)))
        .containsExactly(Assertion.of("age", "at least 30 min", "21 min", false));
  }

  @Test
  void theRequestTimeoutIsHeldAgainstItsBounds() {
    assertThat(rules("timeout: {min: 60s, max: 5m}", revision(READY)))
        .containsExactly(Assertion.of("request timeout", "1 min to 5 min", "5 min", true));
    assertThat(rules("timeout: {max: 299s}", revision(READY)))
        .containsExactly(Assertion.of("request timeout", "at most 4 min 59 s", "5 min", false));
  }

  @Test
  void labelsAreComparedByValue() {
    assertThat(rules("labels: {team: platform, stage: canary}", revision(READY)))
        .containsExactly(
            Assertion.of("label stage", "canary", "not set", false),
            Assertion.of("label team", "platform", "platform", true));
  }
}
