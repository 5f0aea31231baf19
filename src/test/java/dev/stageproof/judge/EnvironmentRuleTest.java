package dev.stageproof.judge;

import static dev.stageproof.judge.Identities.OTHER;
import static dev.stageproof.judge.Identities.REVISION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Change;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentRuleTest {
  private static final String LINE =
      "Missing environment variables: POSTGRES_HOST, POSTGRES_PASSWORD";

  @Test
  void everyVariableThatAnErrorLineMissesAndTheRevisionHasNotIsNamed() {
    assertThat(in(excerpt("ERROR", LINE), Scene.configuration(true, "ENVIRONMENT")))
        .containsExactly(
            new Remark(
                Kind.CONTRADICTION,
                "The revision has no environment variables POSTGRES_HOST, POSTGRES_PASSWORD, and"
                    + " its log, at ERROR or worse, calls them missing (check startup).",
                Optional.of("startup"),
                Optional.of(
                    "Set POSTGRES_HOST, POSTGRES_PASSWORD on the service, as values or from"
                        + " secrets, and deploy again.")));
  }

  @Test
  void oneThatTheRevisionHasIsNotMissing() {
    assertThat(
            in(
                excerpt("CRITICAL", LINE + " and K_SERVICE"),
                Scene.configuration(true, "POSTGRES_HOST")))
        .containsExactly(
            new Remark(
                Kind.CONTRADICTION,
                "The revision has no environment variable POSTGRES_PASSWORD, and its log, at ERROR"
                    + " or worse, calls it missing (check startup).",
                Optional.of("startup"),
                Optional.of(
                    "Set POSTGRES_PASSWORD on the service, as a value or from a secret, and deploy"
                        + " again.")));
    assertThat(
            in(
                excerpt("ERROR", LINE),
                Scene.configuration(true, "POSTGRES_HOST", "POSTGRES_PASSWORD")))
        .isEmpty();
  }

  @Test
  void aLineBelowErrorAndTextWithoutALevelSayNothing() {
    assertThat(in(excerpt("WARNING", LINE), Scene.configuration(true))).isEmpty();
    assertThat(
            Scene.of(Checks.showing("startup", List.of(Excerpt.of("body", LINE)), Optional.empty()))
                .contradictions())
        .isEmpty();
  }

  @Test
  void aSignatureCountsUnlessItIsGone() {
    assertThat(signature(REVISION, Change.NEW, "ERROR")).hasSize(1);
    assertThat(signature(REVISION, Change.KNOWN, "ALERT")).hasSize(1);
    assertThat(signature(REVISION, Change.GONE, "ERROR")).isEmpty();
    assertThat(signature(REVISION, Change.NEW, "INFO")).isEmpty();
  }

  @Test
  void theLogOfAnotherRevisionSaysNothingOfThisOne() {
    assertThat(signature(OTHER, Change.NEW, "ERROR")).isEmpty();
  }

  @Test
  void whatSeveralChecksShowIsToldOnce() {
    CheckResult first = Checks.showing("a", List.of(excerpt("ERROR", LINE)), Optional.empty());
    CheckResult second = Checks.showing("b", List.of(excerpt("ERROR", LINE)), Optional.empty());

    assertThat(Scene.of(first, second).contradictions())
        .extracting(Remark::check)
        .containsExactly(Optional.of("a"));
  }

  @Test
  void withoutAConfigurationNothingIsKnownToLack() {
    CheckResult check =
        Checks.showing("startup", List.of(excerpt("ERROR", LINE)), Optional.empty());

    assertThat(Cases.judge(List.of(check), List.of(), List.of(), Optional.empty(), Scene.TODAY))
        .satisfies(judgment -> assertThat(judgment.remarks()).isEmpty());
  }

  private static List<Remark> signature(String source, Change change, String severity) {
    LogFindings found =
        Checks.found(
            source,
            change,
            severity,
            new Excerpt("stderr", Optional.empty(), Optional.of(severity), LINE));
    return Scene.of(Checks.showing("startup", List.of(), Optional.of(found))).contradictions();
  }

  private static List<Remark> in(Excerpt excerpt, Configuration configuration) {
    CheckResult check = Checks.showing("startup", List.of(excerpt), Optional.empty());
    assertThat(check.outcome()).isEqualTo(Outcome.PASS);
    return Scene.of(check).with(configuration).contradictions();
  }

  private static Excerpt excerpt(String level, String text) {
    return new Excerpt("stderr", Optional.empty(), Optional.of(level), text);
  }
}
