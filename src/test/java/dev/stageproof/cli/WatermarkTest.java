package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written but not yet readable: a bad line of the last second before the run that becomes
 * readable three seconds after it began, as everything does that is written from then on.
 */
@Timeout(60)
class WatermarkTest {
  private static final Duration LAG = Duration.ofSeconds(3);

  @TempDir private Path folder;

  /** Without exposure rules an absence rests on the read alone. */
  private Cli validate(Clock sandboxClock, String watermark) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("late.yaml"),
            """
            version: 1
            target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
            window: {since: 30m}
            checks:
              - id: no-deadlock
                type: log-pattern
                literal: deadlock detected
                expect: absent
                read: {watermark: %s, max-lag: 20s}
              - id: ready
                type: cloud-run
            """
                .formatted(watermark));
    try (Sandbox sandbox = Sandbox.start(lateLine(), sandboxClock)) {
      return Cli.run(Cli.environment(sandbox), "validate", "-c", config.toString(), "-o", "json=-");
    }
  }

  private static Scenario lateLine() throws IOException {
    String line =
        Scenes.line("PT20M59S", "ERROR", "deadlock detected")
            .put("readableAfter", "PT3S")
            .toString();
    return Scenes.withLine(line).withIngestionLag(LAG);
  }

  @Test
  void aLineThatBecomesReadableLateIsFoundBecauseTheReadWaitsForItsMark() throws IOException {
    Cli run = validate(Clock.systemUTC(), "request");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FAIL.code());
    assertThat(run.err()).contains("no-deadlock: 1 of ");
  }

  /** The sandbox's clock stands still, so that a slow machine does not find the line by luck. */
  @Test
  void withTheWatermarkOffTheLineIsMissed() throws IOException {
    Cli run = validate(Clock.fixed(Clock.systemUTC().instant(), ZoneOffset.UTC), "off");

    assertThat(run.err()).contains("no-deadlock: 0 of ");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE.code());
  }
}
