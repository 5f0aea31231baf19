package dev.stageproof.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Evidence;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestsTest {

  private static String of(Map<String, Object> data, Optional<Gap> gap) {
    return Digests.of(
        new Evidence(
            "e1",
            "http",
            "GET /",
            Map.of(),
            1,
            Instant.EPOCH,
            Duration.ZERO,
            gap,
            data,
            "",
            List.of()));
  }

  private static String of(Map<String, Object> data) {
    return of(data, Optional.empty());
  }

  /** By sha256sum of {@code {"a":1,"b":[true,"x"]}}. */
  @Test
  void isThatOfTheCanonicalJsonWhateverTheOrderOfKeys() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("b", List.of(true, "x"));
    data.put("a", 1);

    assertThat(of(data))
        .isEqualTo("63e8063d9dc6f0fd5a24b4706818a165fd57c3531b74466cf5dea62bff09b0b6");
  }

  /** By sha256sum of {@code no answer}. */
  @Test
  void ofNothingSeenIsThatOfTheReason() {
    Gap gap = Gap.of(GapReason.TIMED_OUT, "no answer", "wait");

    assertThat(of(Map.of(), Optional.of(gap)))
        .isEqualTo("ad03eb5e16bba9a9708207d3cd5aa7cdd52018bdb254220b2400958d6d922b22");
  }

  @Test
  void halfACharacterHasTheDigestOfWhatAFileHolds() {
    assertThat(of(Map.of("text", "a\uD800b"))).isEqualTo(of(Map.of("text", "a?b")));
  }
}
