package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What a validation would do, without doing it. */
class PlanTest {
  private static final String CONFIG = "config/examples/issue-965.yaml";

  @Test
  void printsEveryLookWithWhatItServesNeedsAndCosts() {
    Cli plan = Cli.run("plan", "-c", CONFIG);

    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .contains(
            "  for: finds the target, and looks again at the end\n"
                + "  needs: run.services.get, run.revisions.get, run.revisions.list"
                + " (roles/run.viewer)\n")
        .contains("GET https://netra-backend-staging.example/health\n  for: health\n")
        .contains("  needs: logging.logEntries.list (roles/logging.viewer)\n")
        .contains(
            "  costs: 1 of 60 log reads a minute for each 1,000 entries; after 50,000 entries only for"
                + " those that can match; and one marked request to the service\n")
        .contains("  runs a program: needs --allow-exec\n");
  }

  @Test
  void allLogChecksOfOneRevisionAreOneRead() {
    assertThat(Cli.run("plan", "-c", CONFIG).out())
        .contains(
            "  for: ssot-active, factory-pattern, emitter-factory, auth-cache, circuit-breaker, sessions,")
        .containsOnlyOnce("log entries of latest-ready");
  }

  @Test
  void asksNobody() {
    try (Sandbox sandbox = Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC())) {
      Cli plan = Cli.run(Cli.environment(sandbox), "plan", "-c", CONFIG);

      assertThat(plan.code()).isZero();
      assertThat(sandbox.calls().all()).isEmpty();
    }
  }

  @Test
  void plansOnlyWhatIsSelected() {
    assertThat(Cli.run("plan", "-c", CONFIG, "--only", "health").out())
        .contains("for: health")
        .contains("that answered, by the request log")
        .doesNotContain("log entries of")
        .contains("3 looks\n");
  }

  @Test
  void anUnusableConfigurationIsRefusedAsByValidate() {
    assertThat(Cli.run("plan", "-c", "no-such.yaml").code()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void looksThatAskTheSameOneStandTogetherAndAreSummedUp() {
    String plan = Cli.run("plan", "-c", CONFIG).out();

    assertThat(plan.lines().filter(line -> line.startsWith("== ")))
        .containsExactly(
            "== Cloud Run Admin API of netra-staging",
            "== https://netra-backend-staging.example",
            "== Cloud Logging of netra-staging",
            "== this machine",
            "== In all",
            "== Access that the account needs");
    assertThat(plan)
        .contains(
            """
            8 looks
              at least 9 Cloud Run Admin reads
              at least 3 log reads, never more than 50 a minute
              at least 8 requests
              1 of them run programs, with --allow-exec only
            """)
        .contains(
            """
            roles/run.viewer: run.revisions.get, run.revisions.list, run.services.get
              gcloud projects add-iam-policy-binding netra-staging --member=MEMBER\
             --role=roles/run.viewer
            """);
  }
}
