package dev.stageproof.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SinceTest {
  @Test
  void aLengthOfTimeIsMeantBackFromNow() throws UsageException {
    assertThat(Since.parse("1h30m")).isEqualTo(new Since.Ago(Duration.ofMinutes(90)));
  }

  @Test
  void aTimeIsMeantAsItIs() throws UsageException {
    assertThat(Since.parse("2026-09-15T08:26:09Z"))
        .isEqualTo(new Since.At(Instant.parse("2026-09-15T08:26:09Z")));
  }

  @Test
  void aBareNumberIsRefusedWithTheFormsThatAreAllowed() {
    assertThatThrownBy(() -> Since.parse("30"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "`--since 30` is neither a length of time such as 30m or 2h, nor a UTC time such as"
                + " 2026-09-15T08:26:09Z");
  }
}
