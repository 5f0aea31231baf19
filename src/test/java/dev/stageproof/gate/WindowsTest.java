package dev.stageproof.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.config.WindowSettings;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant DEPLOYED = Instant.parse("2026-11-20T08:39:00Z");
  private static final Optional<Identity> KNOWN = Optional.of(deployedAt(DEPLOYED));
  private static final WindowSettings DEFAULTS =
      new WindowSettings(Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void byDefaultTheWindowRunsFromTheDeployUntilNow() {
    assertThat(Windows.of(DEFAULTS, Optional.empty(), KNOWN, NOW))
        .contains(new Window(DEPLOYED, NOW));
  }

  @Test
  void aLengthOfTimeReachesNoFurtherBackThanTheDeploy() {
    var halfHour =
        new WindowSettings(Optional.of(Duration.ofMinutes(30)), Optional.empty(), Optional.empty());

    assertThat(Windows.of(halfHour, Optional.empty(), KNOWN, NOW))
        .contains(new Window(DEPLOYED, NOW));
  }

  @Test
  void theCommandLineGoesOverTheConfiguration() {
    var halfHour =
        new WindowSettings(Optional.of(Duration.ofMinutes(30)), Optional.empty(), Optional.empty());
    Optional<Since> fiveMinutes = Optional.of(new Since.Ago(Duration.ofMinutes(5)));

    assertThat(Windows.of(halfHour, fiveMinutes, KNOWN, NOW))
        .contains(new Window(NOW.minus(Duration.ofMinutes(5)), NOW));
  }

  @Test
  void anAbsoluteStartStaysAsItWasWritten() {
    Instant early = DEPLOYED.minus(Duration.ofHours(1));
    var absolute = new WindowSettings(Optional.empty(), Optional.of(early), Optional.empty());

    assertThat(Windows.of(absolute, Optional.empty(), KNOWN, NOW)).contains(new Window(early, NOW));
  }

  @Test
  void withoutAStartOrATargetThereIsNoWindow() {
    assertThat(Windows.of(DEFAULTS, Optional.empty(), Optional.empty(), NOW)).isEmpty();
  }

  @Test
  void aRevisionFromTheFutureHasNoWindow() {
    Optional<Identity> future = Optional.of(deployedAt(NOW.plusSeconds(1)));

    assertThat(Windows.of(DEFAULTS, Optional.empty(), future, NOW)).isEmpty();
  }

  private static Identity deployedAt(Instant instant) {
    return new Identity(
        "p",
        "r",
        "s",
        "s-1",
        "latest-ready",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        instant,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(new Identity.Share("s-1", 100, Optional.empty(), Optional.empty())),
        true,
        Optional.empty(),
        Optional.empty());
  }
}
