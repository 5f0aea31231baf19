package dev.stageproof.checks.classpresence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=2.3        | 2.3           | true",
        ">=2.3        | 2.10          | true",
        ">=2.3        | 2.3-rc1       | false",
        ">=2.3        | 2.3-SNAPSHOT  | false",
        ">2.3         | 2.3.0         | false",
        "<=2.3        | 2.3.0.Final   | true",
        ">=2.3, <3    | 2.99.1        | true",
        ">=2.3, <3    | 3.0           | false",
        ">=2.3,<3     | 3.0-alpha     | true",
        "2.3.1        | 2.3.1         | true",
        "2.3.1        | 2.3.10        | false",
        "=2.3         | 2.3.0         | true",
        "2.3.*        | 2.3.10        | true",
        "2.3.*        | 2.30.1        | false",
        "*-jre        | 33.4.0-jre    | true",
        "*-jre        | 33.4.0-android| false",
        "2.*.1-*      | 2.7.1-acme    | true",
        "ab*bc        | abc           | false",
      })
  void holdsAVersionAgainstBounds(String range, String version, boolean included) {
    assertThat(VersionRange.parse(range).includes(version)).isEqualTo(included);
  }

  @Test
  void putsVersionsInOrder() {
    List<String> ordered =
        List.of(
            "1.0-alpha",
            "1.0-beta-2",
            "1.0-M3",
            "1.0-RC1",
            "1.0-rc2",
            "1.0-SNAPSHOT",
            "1.0",
            "1.0-sp",
            "1.0-1",
            "1.0.2",
            "1.0.10",
            "1.1",
            "10");
    List<String> shuffled = new ArrayList<>(ordered);
    Collections.reverse(shuffled);

    assertThat(shuffled.stream().sorted(Versions.ORDER)).containsExactlyElementsOf(ordered);
  }

  @Test
  void refusesWhatIsNoBound() {
    assertThatThrownBy(() -> VersionRange.parse(">=2.3,"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a version or a bound: ``");
    assertThatThrownBy(() -> VersionRange.parse(">=2.*"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`*` can't be in a bound: `>=2.*`");
  }
}
