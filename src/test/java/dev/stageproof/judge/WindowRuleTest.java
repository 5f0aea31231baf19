package dev.stageproof.judge;

import static dev.stageproof.judge.Checks.blocking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Confidence.Term;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The revision was created at 08:26:00. */
class WindowRuleTest {
  private static final CheckResult LOGS = Checks.inLogs("errors", Outcome.PASS);
  private static final Optional<String> SETTLE =
      Optional.of("Leave `window` and `--since` out: the window then starts with the revision.");

  @Test
  void aWindowThatStartsBeforeTheRevision() {
    assertThat(
            Scene.of(LOGS)
                .searching("2025-09-15T08:00:00Z", "2025-09-15T08:47:00Z")
                .contradictions())
        .containsExactly(
            new Remark(
                Kind.CONTRADICTION,
                "The log window starts at 2025-09-15T08:00:00Z, before revision"
                    + " netra-backend-staging-00640-wob was created, 2025-09-15T08:26:00Z: what lies"
                    + " between is not about that revision.",
                Optional.empty(),
                SETTLE));
  }

  @Test
  void aWindowThatEndsBeforeTheRevisionIsAboutSomethingElse() {
    Scene scene = Scene.of(LOGS).searching("2025-09-15T08:00:00Z", "2025-09-15T08:26:00Z");

    assertThat(scene.contradictions())
        .containsExactly(
            new Remark(
                Kind.CONTRADICTION,
                "The log window ends at 2025-09-15T08:26:00Z, before revision"
                    + " netra-backend-staging-00640-wob was created, 2025-09-15T08:26:00Z: nothing"
                    + " in it is about that revision.",
                Optional.empty(),
                SETTLE));
    assertThat(scene.judged().confidence().terms())
        .contains(new Term("contradictions", "1", Level.LOW));
  }

  @Test
  void aWindowWithinTheRevisionsLifeIsFine() {
    assertThat(
            Scene.of(LOGS)
                .searching("2025-09-15T08:26:00Z", "2025-09-15T08:47:00Z")
                .contradictions())
        .isEmpty();
  }

  @Test
  void aWindowThatNoCheckSearchesIsNoContradiction() {
    assertThat(
            Scene.of(blocking("health", Outcome.PASS))
                .searching("2025-09-15T08:00:00Z", "2025-09-15T08:47:00Z")
                .contradictions())
        .isEmpty();
  }
}
