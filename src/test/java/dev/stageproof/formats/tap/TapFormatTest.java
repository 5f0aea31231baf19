package dev.stageproof.formats.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TapFormatTest {
  private static final TapFormat FORMAT = new TapFormat();

  /** Every line that we write; the groups are what a consumer acts on. */
  private static final Pattern LINE =
      Pattern.compile(
          "(TAP version 14|1\\.\\.\\d+|  ---|  \\.\\.\\.)"
              + "|((?:not )?ok \\d+) - TEXT((?<= )# (?:SKIP|TODO) TEXT)?"
                  .replace("TEXT", "[^#\\\\]*+(?:\\\\[#\\\\][^#\\\\]*+)*+")
              + "|(  [a-z_]+:)(?: (?:QUOTED|\\d+|true|false))?|(    \\d+:) QUOTED"
                  .replace("QUOTED", "\"[^\"\\\\]*+(?:\\\\[\"\\\\nt][^\"\\\\]*+)*+\""));

  @Test
  void findingsThatCountAreNotOkAndOthersAreTodo() throws IOException {
    assertThat(points(SampleRuns.unhealthy()))
        .containsExactly(
            "not ok 1 - health: Health endpoint",
            "not ok 2 - dup-warnings: Duplication warnings gone",
            "ok 3 - id-manager: UnifiedIDManager initialised",
            "not ok 4 - no-warnings: No SSOT warnings # TODO waived by ssot-warnings",
            "not ok 5 - verdict: FAIL");
    assertThat(points(SampleRuns.healthy()))
        .contains("not ok 5 - startup-401: Startup 401s # TODO advisory")
        .endsWith("ok 7 - verdict: PASS");
  }

  @Test
  void emptyRunIsNotOk() throws IOException {
    assertThat(points(SampleRuns.empty())).containsExactly("not ok 1 - verdict: INCONCLUSIVE");
  }

  @Test
  void checkThatTheEndOfTheRunCutOffIsNotOk() throws IOException {
    assertThat(points(SampleRuns.partial()))
        .anyMatch(it -> it.matches("not ok \\d - revision: .*"));
  }

  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileLines#all")
  void hostileTextChangesNoStructure(String payload) throws IOException {
    for (RunRecord run : List.of(SampleRuns.unhealthy(), SampleRuns.partial())) {
      assertThat(skeleton(Rewrite.strings(run, (key, text) -> text + payload)))
          .isEqualTo(skeleton(Rewrite.strings(run, (key, text) -> text + "x")));
    }
  }

  private static List<String> points(RunRecord run) throws IOException {
    return Goldens.render(FORMAT, run)
        .lines()
        .filter(line -> line.startsWith("ok") || line.startsWith("not ok"))
        .toList();
  }

  /** Each line's kind, without its text. */
  private static List<String> skeleton(RunRecord run) throws IOException {
    return Goldens.render(FORMAT, run).lines().map(TapFormatTest::kind).toList();
  }

  private static String kind(String line) {
    Matcher known = LINE.matcher(line);
    assertThat(known.matches()).as(line).isTrue();
    String directive = known.group(3) == null ? "" : known.group(3).substring(0, 6);
    return known.group(1) + known.group(2) + directive + known.group(4) + known.group(5);
  }
}
