package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.formats.markdown.MarkdownFormat;
import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.MarkStyle;
import dev.stageproof.spi.RenderOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarksTest {
  private static final List<String> EMOJI =
      List.of("✅", "❌", "❔", "⏭️", "⚠️", "🆕", "➖", "▫️", "🕰️", "🔧", "🗓️", "🔁", "ℹ️");

  static List<RunRecord> runs() {
    return List.of(
        SampleRuns.healthy(),
        SampleRuns.unhealthy(),
        SampleRuns.inconclusive(),
        SampleRuns.empty());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void inAsciiNoEmojiIsLeftAndNoMarkChangesTheStructure(RunRecord run) throws IOException {
    String emoji = rendered(run, MarkStyle.EMOJI);
    String ascii = rendered(run, MarkStyle.ASCII);

    assertThat(emoji).contains(EMOJI.stream().filter(emoji::contains).toList().get(0));
    assertThat(EMOJI).noneMatch(ascii::contains);
    assertThat(lists(ascii)).isEqualTo(lists(emoji));
    assertThat(ascii.lines()).hasSameSizeAs(emoji.lines().toList());
  }

  private static String rendered(RunRecord run, MarkStyle marks) throws IOException {
    StringBuilder out = new StringBuilder();
    new MarkdownFormat().render(run, new RenderOptions(Optional.empty(), marks), out);
    return out.toString();
  }

  private static int lists(String markdown) {
    int[] count = {0};
    Node document = Parser.builder().build().parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(BulletList list) {
            count[0]++;
            visitChildren(list);
          }
        });
    return count[0];
  }
}
