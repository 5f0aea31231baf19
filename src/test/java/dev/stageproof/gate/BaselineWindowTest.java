package dev.stageproof.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Identity;
import dev.stageproof.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineWindowTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant TESTED = Instant.parse("2026-11-20T08:39:00Z");

  @Test
  void aShortLifeIsCoveredWholeUntilItWasReplaced() {
    Instant born = TESTED.minus(Duration.ofMinutes(22));

    assertThat(window(born, TESTED)).contains(new Window(born, TESTED));
  }

  @Test
  void ofALongLifeItsStartIsComparedWithAStart() {
    Instant born = TESTED.minus(Duration.ofDays(7));

    assertThat(window(born, TESTED)).contains(new Window(born, born.plus(Duration.ofHours(1))));
  }

  @Test
  void ofALongLifeAsMuchIsCoveredAsOfTheTestedRevision() {
    Instant born = TESTED.minus(Duration.ofDays(7));
    Instant now = TESTED.plus(Duration.ofHours(5));

    assertThat(BaselineWindow.of(at(born), at(TESTED), Optional.of(new Window(TESTED, now)), now))
        .contains(new Window(born, born.plus(Duration.ofHours(5))));
  }

  @Test
  void aLaterPartOfALifeIsComparedWithALaterPart() {
    Instant born = TESTED.minus(Duration.ofDays(7));
    Instant now = TESTED.plus(Duration.ofDays(2));
    Window run = new Window(now.minus(Duration.ofHours(3)), now);

    assertThat(BaselineWindow.of(at(born), at(TESTED), Optional.of(run), now))
        .contains(new Window(born.plus(Duration.ofHours(45)), born.plus(Duration.ofHours(48))));
  }

  @Test
  void aPartThatTheBaselineDidNotLiveToSeeIsItsLastOne() {
    Instant born = TESTED.minus(Duration.ofHours(6));
    Instant now = TESTED.plus(Duration.ofDays(2));
    Window run = new Window(now.minus(Duration.ofHours(3)), now);

    assertThat(BaselineWindow.of(at(born), at(TESTED), Optional.of(run), now))
        .contains(new Window(TESTED.minus(Duration.ofHours(3)), TESTED));
  }

  @Test
  void theEndIsFarEnoughBackToBeSettled() {
    Instant now = TESTED.plusSeconds(30);
    Instant born = TESTED.minus(Duration.ofMinutes(22));

    assertThat(BaselineWindow.of(at(born), at(TESTED), Optional.of(new Window(TESTED, now)), now))
        .contains(new Window(born, now.minus(Duration.ofMinutes(2))));
  }

  @Test
  void aNewerBaselineLivesOn() {
    Instant born = TESTED.plus(Duration.ofMinutes(10));

    assertThat(window(born, TESTED)).contains(new Window(born, NOW.minus(Duration.ofMinutes(2))));
  }

  @Test
  void aBaselineOfAMomentHasNoWindow() {
    assertThat(window(NOW.minusSeconds(60), TESTED)).isEmpty();
  }

  private static Optional<Window> window(Instant born, Instant tested) {
    return BaselineWindow.of(at(born), at(tested), Optional.of(new Window(tested, NOW)), NOW);
  }

  private static Identity at(Instant deployed) {
    return new Identity(
        "acme",
        "us-central1",
        "backend",
        "backend-" + deployed,
        "latest-ready",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        deployed,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        true,
        Optional.empty(),
        Optional.empty());
  }
}
