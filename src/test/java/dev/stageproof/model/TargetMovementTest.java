package dev.stageproof.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetMovementTest {
  private static final List<Change> OF_A =
      List.of(
          new Change("traffic to a", Optional.of("100 %"), Optional.of("7 %")),
          new Change("revision a", Optional.of("Ready SUCCEEDED"), Optional.of("Ready FAILED")));

  @Test
  void whatIsSaidOfTheRevisionIsRead() {
    assertThat(TargetMovement.trafficAtEnd(OF_A, "a")).contains(7);
    assertThat(TargetMovement.stateChanged(OF_A, "a")).isTrue();
  }

  @Test
  void whatIsSaidOfAnotherRevisionSaysNothing() {
    assertThat(TargetMovement.trafficAtEnd(OF_A, "b")).isEmpty();
    assertThat(TargetMovement.stateChanged(OF_A, "b")).isFalse();
    assertThat(TargetMovement.whyUnseen(OF_A)).isEmpty();
  }

  @Test
  void aShareThatIsNoLongerThereIsNone() {
    Change gone = new Change("traffic to a", Optional.of("100 %"), Optional.empty());

    assertThat(TargetMovement.trafficAtEnd(List.of(gone), "a")).contains(0);
  }

  @Test
  void wordsThatAreNoShareSayNothing() {
    Change odd = new Change("traffic to a", Optional.of("100 %"), Optional.of("some"));

    assertThat(TargetMovement.trafficAtEnd(List.of(odd), "a")).isEmpty();
  }

  @Test
  void aTargetThatWasNotSeenAgainSaysWhy() {
    Change unseen = TargetMovement.unseen("refused");

    assertThat(TargetMovement.isUnseen(unseen)).isTrue();
    assertThat(TargetMovement.whyUnseen(List.of(unseen))).contains("refused");
    assertThat(OF_A).noneMatch(TargetMovement::isUnseen);
  }
}
