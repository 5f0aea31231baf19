package dev.stageproof.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> NAMES = List.of("severity", "tags", "min-entries", "timeout");

  @ParameterizedTest
  @CsvSource({
    "severty, severity",
    "tasg, tags",
    "minEntries, min-entries",
    "TIMEOUT, timeout",
    "timout, timeout"
  })
  void findsWhatWasMeant(String word, String meant) {
    assertThat(Nearest.to(word, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"path", "x", "secondly"})
  void doesNotGuessWildly(String word) {
    assertThat(Nearest.to(word, NAMES)).isEmpty();
  }

  @Test
  void aLongListIsCut() {
    assertThat(Nearest.list(java.util.Collections.nCopies(22, "n"))).endsWith("n and 2 more");
  }
}
