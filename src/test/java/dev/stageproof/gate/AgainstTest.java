package dev.stageproof.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AgainstTest {

  @Test
  void previousIsTheRevisionBefore() throws UsageException {
    assertThat(Against.parse("previous")).isEqualTo(new Against.Previous());
  }

  @Test
  void anotherWordIsARevision() throws UsageException {
    assertThat(Against.parse("backend-00640-wob"))
        .isEqualTo(new Against.Revision("backend-00640-wob"));
  }

  @Test
  void aFileThatEndsInJsonIsARecordSeenFromItsFolder() throws UsageException {
    assertThat(Against.parse("runs/r.JSON")).isEqualTo(new Against.Stored(Path.of("runs/r.JSON")));
    assertThat(Against.parse("r.json", Path.of("/acme")))
        .isEqualTo(new Against.Stored(Path.of("/acme/r.json")));
  }

  @Test
  void nothingIsRefused() {
    assertThatThrownBy(() -> Against.parse(" "))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "`baseline` is empty; write previous, a revision's name, or the path of a record that"
                + " ends in .json");
  }
}
