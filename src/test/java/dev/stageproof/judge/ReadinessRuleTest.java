package dev.stageproof.judge;

import static dev.stageproof.judge.Checks.blocking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Configuration;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessRuleTest {
  private static final Optional<String> ASK_THE_SAME =
      Optional.of(
          "Let the startup probe ask what the health check asks, so that a revision that fails it"
              + " never becomes ready.");

  @Test
  void readyWhileHealthFails() {
    assertThat(
            Scene.of(blocking("health", Outcome.FAIL), blocking("chat", Outcome.PASS))
                .contradictions())
        .containsExactly(
            new Remark(
                Kind.CONTRADICTION,
                "The platform calls the revision ready, but health failed: 503, expected 200.",
                Optional.of("health"),
                ASK_THE_SAME));
  }

  @Test
  void severalHealthChecksAreOneContradiction() {
    assertThat(
            Scene.of(blocking("health", Outcome.FAIL), Checks.advisory("chat", Outcome.FAIL))
                .contradictions())
        .containsExactly(
            new Remark(
                Kind.CONTRADICTION,
                "The platform calls the revision ready, but chat failed: 503, expected 200; health"
                    + " failed: 503, expected 200.",
                Optional.empty(),
                ASK_THE_SAME));
  }

  @Test
  void theStartupProbeExplainsIt() {
    assertThat(probed("TCP port 8080, every 240 s"))
        .endsWith(
            " Its startup probe: TCP port 8080, every 240 s, which only shows that the port is"
                + " open.");
    assertThat(probed("HTTP GET /health")).endsWith(" Its startup probe: HTTP GET /health.");
  }

  @Test
  void healthyWhileNotReady() {
    assertThat(
            Scene.of(blocking("health", Outcome.PASS))
                .with(Scene.configuration(false))
                .contradictions())
        .containsExactly(
            new Remark(
                Kind.CONTRADICTION,
                "The platform does not call the revision ready, but health passed: 200. Another"
                    + " revision may have answered.",
                Optional.of("health"),
                Optional.of("Ask the revision itself, at the address of a traffic tag.")));
  }

  @Test
  void whereBothAgreeThereIsNone() {
    assertThat(Scene.of(blocking("health", Outcome.PASS)).contradictions()).isEmpty();
    assertThat(
            Scene.of(blocking("health", Outcome.FAIL))
                .with(Scene.configuration(false))
                .contradictions())
        .isEmpty();
    assertThat(Scene.of(blocking("health", Outcome.INCONCLUSIVE)).contradictions()).isEmpty();
  }

  @Test
  void aFailureOutsideTheHealthSectionIsNone() {
    assertThat(Scene.of(Checks.inLogs("errors", Outcome.FAIL)).contradictions()).isEmpty();
  }

  private static String probed(String startupProbe) {
    Configuration configuration =
        new Configuration(true, List.of(), Map.of("startup probe", startupProbe));
    return Scene.of(blocking("health", Outcome.FAIL))
        .with(configuration)
        .contradictions()
        .get(0)
        .text();
  }
}
