package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BriefTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 of 713 entries, 10:41–11:02 UTC | 0 of 713 entries",
        "0 of 80 entries, 11:00–11:02 UTC; requests served: 0 | 0 of 80 entries; requests served: 0",
        "2 of 9, 2025-09-15 23:50–2025-09-16 00:10 UTC | 2 of 9",
        "up since 10:41 UTC | up since 10:41 UTC"
      })
  void windowIsLeftOut(String answer, String brief) {
    assertThat(Brief.of(answer, 100)).isEqualTo(brief);
  }

  @Test
  void longAnswerIsCutAtAWordAndTheCutIsMarked() {
    assertThat(Brief.of("200 (5 of 5), median 3 ms, slowest 6 ms", 28))
        .isEqualTo("200 (5 of 5), median 3 ms…");
    assertThat(Brief.of("x".repeat(100), 10)).isEqualTo("xxxxxxxxx…");
    assertThat(Brief.of("x".repeat(8) + "😀".repeat(10), 10)).isEqualTo("xxxxxxxx…");
  }
}
