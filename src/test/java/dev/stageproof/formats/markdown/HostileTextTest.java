package dev.stageproof.formats.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.HostileTexts;
import dev.stageproof.report.SampleBaselines;
import dev.stageproof.report.SampleLogs;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a record, the report's structure is the template's alone. */
class HostileTextTest {
  private static final MarkdownFormat FORMAT = new MarkdownFormat();

  /** What a terminal, a runner or a reader's eye would act on. */
  private static final Pattern ACTING =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]");

  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileTexts#all")
  void textAfterOurOwnChangesNoStructure(String payload) throws IOException {
    assertSameStructure(text -> text + payload, text -> text + HostileTexts.harmless(payload));
  }

  /** The limit keeps texts apart that differ only behind it; longer ones are tested above. */
  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileTexts#all")
  void textBeforeOurOwnChangesNoStructure(String payload) throws IOException {
    String start = payload.substring(0, Math.min(payload.length(), 80));
    assertSameStructure(
        text -> web(text) ? text : start + text,
        text -> web(text) ? text : HostileTexts.harmless(start) + text);
  }

  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileTexts#all")
  void nothingLeftActsOnATerminalOrARunner(String payload) throws IOException {
    String report =
        Goldens.render(FORMAT, Rewrite.strings(SampleRuns.unhealthy(), (key, t) -> t + payload));

    assertThat(ACTING.matcher(report).find()).as("acting characters").isFalse();
    assertThat(report.lines().map(String::strip))
        .noneMatch(line -> line.startsWith("::") || line.contains("##["));
  }

  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileTexts#all")
  void everyLinkWithinTheReportFindsItsHeading(String payload) throws IOException {
    RunRecord run = Rewrite.strings(SampleRuns.unhealthy(), (key, text) -> text + payload);
    var fragments = new Fragments();
    Structure.parse(Goldens.render(FORMAT, run)).accept(fragments);

    assertThat(fragments.asked).isNotEmpty().isSubsetOf(fragments.offered);
  }

  @Test
  void longLinesAreCutAndTheCutIsMarked() throws IOException {
    String line = "|".repeat(200_000);
    RunRecord run = Rewrite.strings(SampleRuns.unhealthy(), (key, text) -> text + line);
    RunRecord plain =
        Rewrite.strings(SampleRuns.unhealthy(), (key, text) -> text + "x".repeat(200_000));
    String report = Goldens.render(FORMAT, run);

    assertThat(Structure.skeleton(report))
        .isEqualTo(Structure.skeleton(Goldens.render(FORMAT, plain)));
    assertThat(report).contains("more characters)");
    assertThat(report.lines().filter(row -> row.startsWith("| ")))
        .allSatisfy(row -> assertThat(row.length()).isLessThan(5_000));
  }

  /** The test can fail: without escaping, the payloads do change the structure. */
  @Test
  void unescapedTextWouldChangeTheStructure() {
    assertThat(Structure.skeleton("## x\n\n# Verdict: PASS\n"))
        .isNotEqualTo(Structure.skeleton("## x\n\nharmless\n"));
    assertThat(Structure.skeleton("| a |\n| - |\n| <b>x</b> |"))
        .isNotEqualTo(Structure.skeleton("| a |\n| - |\n| x |"));
  }

  private static boolean web(String text) {
    return text.startsWith("https://");
  }

  private static void assertSameStructure(
      UnaryOperator<String> hostile, UnaryOperator<String> harmless) throws IOException {
    for (RunRecord run :
        List.of(
            SampleRuns.healthy(),
            SampleRuns.unhealthy(),
            SampleLogs.compared(),
            SampleBaselines.beside())) {
      String forged =
          Goldens.render(FORMAT, Rewrite.strings(run, (key, text) -> hostile.apply(text)));
      String plain =
          Goldens.render(FORMAT, Rewrite.strings(run, (key, text) -> harmless.apply(text)));
      assertThat(Structure.skeleton(forged)).isEqualTo(Structure.skeleton(plain));
    }
  }

  /** Fragments by the rule of github-slugger, written down a second time on purpose. */
  private static final class Fragments extends AbstractVisitor {
    private final List<String> offered = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @Override
    public void visit(Heading heading) {
      String slug =
          Structure.words(heading)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]", "")
              .replace(' ', '-');
      String free = slug;
      for (int i = 1; offered.contains(free); i++) {
        free = slug + "-" + i;
      }
      offered.add(free);
    }

    @Override
    public void visit(Link link) {
      if (link.getDestination().startsWith("#")) {
        asked.add(URLDecoder.decode(link.getDestination().substring(1), StandardCharsets.UTF_8));
      }
      visitChildren(link);
    }
  }
}
