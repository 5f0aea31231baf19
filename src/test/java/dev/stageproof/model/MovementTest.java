package dev.stageproof.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MovementTest {

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(Movement.trafficShareAtEnd(List.of(Movement.trafficShare("a", 100, 7)), "a"))
        .contains(7);
    assertThat(Movement.readyAtEnd(List.of(Movement.readiness("a", true, false)), "a"))
        .contains(false);
    assertThat(Movement.readyAtEnd(List.of(Movement.readiness("a", false, true)), "a"))
        .contains(true);
    assertThat(Movement.whyUnseen(List.of(Movement.unseen("refused")))).contains("refused");
  }

  @Test
  void theWordsOfARecord() {
    assertThat(Movement.trafficShare("a", 100, 0))
        .isEqualTo(new Change("traffic share of a", Optional.of("100 %"), Optional.of("0 %")));
    assertThat(Movement.readiness("a", true, false))
        .isEqualTo(new Change("readiness of a", Optional.of("ready"), Optional.of("not ready")));
  }

  @Test
  void whatIsSaidOfAnotherRevisionSaysNothing() {
    List<Change> movement =
        List.of(Movement.trafficShare("b", 100, 0), Movement.readiness("b", true, false));

    assertThat(Movement.trafficShareAtEnd(movement, "a")).isEmpty();
    assertThat(Movement.readyAtEnd(movement, "a")).isEmpty();
    assertThat(Movement.whyUnseen(movement)).isEmpty();
  }

  @Test
  void aShareThatIsNoLongerThereIsNone() {
    Change gone = new Change("traffic share of a", Optional.of("100 %"), Optional.empty());

    assertThat(Movement.trafficShareAtEnd(List.of(gone), "a")).contains(0);
  }
}
