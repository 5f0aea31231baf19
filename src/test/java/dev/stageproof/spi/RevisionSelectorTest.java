package dev.stageproof.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.InvalidSetting;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionSelectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"latest-ready", "latest-created", "previous", "tag:blue", "backend-00641-kip"})
  void aSelectorIsReadBackAsWritten(String text) {
    assertThat(RevisionSelector.parse(text)).hasToString(text);
  }

  @Test
  void wordsAreNotNames() {
    assertThat(RevisionSelector.parse("previous")).isEqualTo(RevisionSelector.Moving.PREVIOUS);
    assertThat(RevisionSelector.parse("tag:previous"))
        .isEqualTo(new RevisionSelector.Tag("previous"));
    assertThat(RevisionSelector.parse("backend-1"))
        .isEqualTo(new RevisionSelector.Named("backend-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tag:", "tag:Blue", "Backend-1", "a b", "a;b", "1-backend", "a-"})
  void anythingElseIsRefusedWithWhatIsAllowed(String text) {
    assertThatThrownBy(() -> RevisionSelector.parse(text))
        .hasMessage(
            "`"
                + text
                + "` is neither a revision's name nor one of latest-ready, latest-created,"
                + " previous, tag:NAME; names have lower-case letters, digits and hyphens");
  }

  @Test
  void aTargetNamesTheSettingThatIsWrong() {
    assertThatThrownBy(() -> new TargetSettings("p", "r", "s", "A B", Optional.empty(), true))
        .isInstanceOfSatisfying(
            InvalidSetting.class, e -> assertThat(e.key()).isEqualTo("revision"));
  }
}
