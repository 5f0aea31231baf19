package dev.stageproof.formats.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.formats.markdown.MarkdownFormat;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import dev.stageproof.spi.RenderOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GithubFormatsTest {
  private static final GithubSummaryFormat SUMMARY = new GithubSummaryFormat();
  private static final GithubAnnotationsFormat ANNOTATIONS = new GithubAnnotationsFormat();
  private static final GithubOutputsFormat OUTPUTS = new GithubOutputsFormat();

  /** What the runner reads: command, properties up to the next two colons, data. */
  private static final Pattern COMMAND =
      Pattern.compile("::(error|warning|notice) title=((?:[^:,%]|%(?:25|3A|2C))+)::(.*)");

  @ParameterizedTest
  @EnumSource
  void annotationsAreTheCommittedOnes(Goldens.Scenario scenario) throws IOException {
    Goldens.hold(ANNOTATIONS, scenario);
    Goldens.holdAbroad(ANNOTATIONS, scenario);
  }

  /** One is enough: their delimiter changes with every word of a record. */
  @Test
  void outputsAreTheCommittedOnes() throws IOException {
    Goldens.hold(OUTPUTS, Goldens.Scenario.ISSUE_889);
    Goldens.holdAbroad(OUTPUTS, Goldens.Scenario.ISSUE_889);
  }

  @ParameterizedTest
  @EnumSource
  void summaryIsTheMarkdownReport(Goldens.Scenario scenario) throws IOException {
    assertThat(Goldens.render(SUMMARY, scenario.run()))
        .isEqualTo(Goldens.render(new MarkdownFormat(), scenario.run()));
  }

  @Test
  void summaryLeavesOutWholeSectionsAndSaysWhich() throws IOException {
    RunRecord run = SampleRuns.unhealthy();
    int whole = bytes(within(Integer.MAX_VALUE, run));
    String cut = within(whole - 1, run);

    assertThat(cut)
        .startsWith("> ⚠️ **Cut to ")
        .contains("Left out: Evidence. The whole report is in the files that the run wrote.")
        .contains("## Next Steps")
        .doesNotContain("## Evidence", "](#evidence)");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000})
  void summaryIsNeverLongerThanTheLimitUnlessNoWordIsLeft(int limit) throws IOException {
    String cut = within(limit, SampleRuns.unhealthy());

    assertThat(bytes(cut)).isLessThanOrEqualTo(Math.max(limit, 130));
    assertThat(cut).contains("FAIL");
  }

  @Test
  void summaryOfAHugeRunIsWithinGithubsLimit() throws IOException {
    RunRecord run = SampleRuns.unhealthy();
    RunRecord huge = Many.checks(run, 1_600);
    String cut = Goldens.render(SUMMARY, huge);

    assertThat(bytes(Goldens.render(new MarkdownFormat(), huge))).isGreaterThan(1024 * 1024);
    assertThat(bytes(cut)).isLessThanOrEqualTo(1024 * 1024);
    assertThat(cut).startsWith("> ⚠️ **Cut to 1024 KiB.** Left out: Service Health. ");
  }

  @Test
  void atMostTenOfALevelAndTheRestIsCounted() throws IOException {
    List<String> lines = lines(ANNOTATIONS, Many.checks(SampleRuns.unhealthy(), 40));
    long errors = lines.stream().filter(line -> line.startsWith("::error ")).count();

    assertThat(errors).isEqualTo(10);
    assertThat(lines.get(0)).startsWith("::error title=stageproof%3A FAIL%2C confidence LOW::");
    assertThat(lines.get(9))
        .isEqualTo(
            "::error title=34 more findings::They are in the step's summary and in the report.");
  }

  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileLines#all")
  void hostileTextBeginsNoCommand(String payload) throws IOException {
    List<String> plain = lines(ANNOTATIONS, SampleRuns.unhealthy());
    List<String> lines =
        lines(
            ANNOTATIONS,
            Rewrite.strings(SampleRuns.unhealthy(), (key, text) -> payload + text + payload));

    assertThat(lines).hasSameSizeAs(plain);
    for (int i = 0; i < lines.size(); i++) {
      Matcher command = COMMAND.matcher(lines.get(i));
      assertThat(command.matches()).as(lines.get(i)).isTrue();
      assertThat(command.group(3)).doesNotContain("##[").doesNotContainPattern("%(?!25)");
      assertThat(lines.get(i)).startsWith(plain.get(i).substring(0, plain.get(i).indexOf(' ')));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileLines#all")
  void hostileTextSetsNoOutput(String payload) throws IOException {
    RunRecord run = SampleRuns.unhealthy();
    Map<String, String> outputs =
        outputs(Goldens.render(OUTPUTS, Rewrite.strings(run, (key, text) -> text + payload)));

    assertThat(outputs.keySet()).isEqualTo(outputs(Goldens.render(OUTPUTS, run)).keySet());
    assertThat(outputs)
        .containsEntry("verdict", "FAIL")
        .containsEntry("confidence", "LOW")
        .containsEntry("checks", "4")
        .containsEntry("failed", "2");
  }

  @Test
  void delimiterOccursNowhereInItsValue() {
    String first = GithubOutputsFormat.delimiter("aa", "");
    String second = GithubOutputsFormat.delimiter("aa", "x" + first);

    assertThat(first).isEqualTo("stageproof-aa");
    assertThat(second).matches("stageproof-[0-9a-f]{64}");
    assertThat(GithubOutputsFormat.delimiter("aa", first + second)).isNotIn(first, second);
  }

  @Test
  void advisoryFindingsAreWarnings() throws IOException {
    assertThat(lines(ANNOTATIONS, SampleRuns.healthy()))
        .containsExactly(
            "::notice title=stageproof%3A PASS%2C confidence HIGH::All 4 blocking checks passed.",
            "::warning title=startup-401%3A FAIL (advisory)::Startup 401s: 4 of 312 entries, at"
                + " most 0 expected",
            "::warning title=imports%3A INCONCLUSIVE (advisory)::Import of UnifiedWebSocketManager:"
                + " not seen: python3 is not installed; Install Python 3 or set `interpreter`,"
                + " then run again.");
  }

  private static String within(int limit, RunRecord run) throws IOException {
    return SUMMARY.within(limit, run, RenderOptions.standard());
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static List<String> lines(GithubAnnotationsFormat format, RunRecord run)
      throws IOException {
    return Goldens.render(format, run).lines().toList();
  }

  /** As the runner reads the file. */
  private static Map<String, String> outputs(String file) {
    Map<String, String> outputs = new LinkedHashMap<>();
    List<String> lines = List.of(file.split("\n", -1));
    for (int i = 0; i < lines.size() - 1; ) {
      String[] head = lines.get(i).split("<<", 2);
      int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(head[1]);
      outputs.put(head[0], String.join("\n", lines.subList(i + 1, end)));
      i = end + 1;
    }
    return outputs;
  }
}
