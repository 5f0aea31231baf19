package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Api;
import dev.stageproof.sandbox.CallLog;
import dev.stageproof.sandbox.Fault;
import dev.stageproof.sandbox.Faults;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How logs are read, through the command line: what it costs, and what becomes of trouble. */
@Timeout(60)
class LogReadingTest {
  private static final String CONFIG =
      """
      version: 1
      target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
      window: {since: 30m}
      checks:
      """;

  @TempDir private Path folder;

  private Cli validate(Sandbox sandbox, String checks) throws IOException {
    Path config = Files.writeString(folder.resolve("logs.yaml"), CONFIG + checks.indent(2));
    return Cli.run(
        Cli.environment(sandbox),
        "validate",
        "-c",
        config.toString(),
        "--color",
        "never",
        "-o",
        "json=-");
  }

  private Cli validate(Scenario scenario, String checks) throws IOException {
    try (Sandbox sandbox = Sandbox.start(scenario, Clock.systemUTC())) {
      return validate(sandbox, checks);
    }
  }

  private List<String> reads(String checks) throws IOException {
    try (Sandbox sandbox = Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC())) {
      Cli run = validate(sandbox, checks);
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASS.code());
      return sandbox.calls().all().stream()
          .filter(call -> call.method().equals("ListLogEntries"))
          .map(CallLog.Call::detail)
          .toList();
    }
  }

  private static String absent(String id, String literal) {
    return "- {id: " + id + ", type: log-pattern, literal: " + literal + ", expect: absent}\n";
  }

  /** The 40 entries of the first minutes are read whole, of the rest only what can match. */
  private static String bounded(String checks) {
    return checks.replace("}\n", ", read: {max-entries: 40}}\n");
  }

  @Test
  void aReadThatStopsEarlyIsFollowedByTwoOfWhatCanMatchAndAbsencesPass() throws IOException {
    String checks =
        absent("no-panic", "panic")
            + absent("no-timeout", "timed out")
            + "- {id: started, type: log-pattern, literal: startup complete, expect: present}\n";

    assertThat(reads(bounded(checks))).hasSize(3);
  }

  @Test
  void aLineBehindTheBoundIsFoundAndCountedOverAtLeastWhatWasRead() throws IOException {
    String line = Scenes.line("PT20M", "ERROR", "deadlock detected").toString();

    Cli run = validate(Scenes.withLine(line), bounded(absent("no-deadlock", "deadlock detected")));

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FAIL.code());
    assertThat(run.err()).contains("no-deadlock: 1 of at least 40 entries, ");
  }

  @Test
  void whatTheServerCanNotNarrowStaysOpenBehindTheBound() throws IOException {
    Cli run =
        validate(
            Scenario.named("issue-965"),
            bounded("- {id: odd, type: log-pattern, regex: '[§¶]', expect: absent}\n"));

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run.err())
        .contains("0 of the first 40 entries")
        .contains("raise `read.max-entries` or shorten `window`");
  }

  private static Scenario refusing(Fault fault) {
    return Scenario.named("issue-965").withFaults(Faults.none().with(Api.LOGGING, fault));
  }

  @Test
  void twentyChecksCostAsManyReadsAsOne() throws IOException {
    String twenty =
        IntStream.range(0, 20)
            .mapToObj(i -> absent("absent-" + i, "no-such-thing-" + i))
            .collect(Collectors.joining());

    assertThat(reads(twenty)).hasSameSizeAs(reads(absent("one", "no-such-thing"))).hasSize(2);
  }

  @Test
  void overNoEntriesEveryAbsenceIsInconclusiveAndSaysWhatWouldSettleIt() throws IOException {
    Cli run =
        validate(
            Scenes.silent(),
            absent("no-panic", "panic")
                + absent("no-timeout", "timed out")
                + "- {id: few, type: log-pattern, regex: ., count: {max: 3}}\n");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run.err())
        .contains("INCONCLUSIVE  no-panic")
        .contains("INCONCLUSIVE  no-timeout")
        .contains("INCONCLUSIVE  few")
        .contains(
            "matching entries: expected none, saw 0 of 0 entries; run again when the revision has"
                + " written more: 1 more needed");
  }

  @Test
  void aQuotaThatIsExhaustedTwiceIsWaitedFor() throws IOException {
    Fault quota = Fault.refuse(Status.Code.RESOURCE_EXHAUSTED).times(2);

    try (Sandbox sandbox = Sandbox.start(refusing(quota), Clock.systemUTC())) {
      Cli run = validate(sandbox, absent("no-panic", "panic"));

      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASS.code());
      assertThat(sandbox.calls().count("ListLogEntries")).isEqualTo(4);
    }
  }

  @Test
  void aQuotaThatStaysExhaustedIsInconclusiveAndNamed() throws IOException {
    Fault quota = Fault.refuse(Status.Code.RESOURCE_EXHAUSTED);

    Cli run =
        validate(
            refusing(quota),
            """
            - id: no-panic
              type: log-pattern
              literal: panic
              expect: absent
              timeout: 6s
              read: {max-lag: 3s}
            """);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run.err())
        .contains("INCONCLUSIVE  no-panic")
        .contains("the quota of Cloud Logging in project netra-staging is exhausted");
  }
}
