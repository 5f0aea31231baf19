package dev.stageproof.refdoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.samples.GrepSettings;
import dev.stageproof.samples.PingSettings;
import dev.stageproof.shape.Naming;
import dev.stageproof.shape.Shape;
import dev.stageproof.shape.ShapeReader;
import dev.stageproof.spi.CheckSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class ReferencePagesTest {

  private static final ShapeReader SHAPES = new ShapeReader(Naming.CONFIG, Map.of());
  private static final Shape.Fields COMMON = SHAPES.fields(CheckSettings.class);
  private static final Shape.Fields PING = SHAPES.fields(PingSettings.class);
  private static final Shape.Fields GREP = SHAPES.fields(GrepSettings.class);

  private static final List<TypeDoc> TYPES =
      List.of(new TypeDoc("grep", "Grep sample", GREP), new TypeDoc("ping", "Ping sample", PING));

  private static String page(Shape.Fields settings) {
    return ReferencePages.page("sample", "A sample", COMMON, settings, Optional.of("version: 1\n"));
  }

  @Test
  void aPageSaysWhatTheTypeDoesAndShowsAnExample() {
    assertThat(page(GREP))
        .startsWith(
            """
            # A sample: `sample`

            Looks for lines, by \\<regular\\> expressions.

            ## Keys of `sample`

            | Key | Takes | Default | Meaning |
            | --- | --- | --- | --- |
            | `patterns` | a list of: text | **required** | What to look for. For example `["a\\|b", started]`. |
            | `labels` | names, each with: any value but null | — | Anything beside it, see `https://example.com/labels`. |
            | `until` | text | — | Stop at this line. |

            ## Keys of every check
            """)
        .endsWith("## Example\n\n```yaml\nversion: 1\n```\n");
  }

  @Test
  void nestedKeysAreListedByTheirPath() {
    assertThat(page(PING))
        .contains(
            "| `expect` | the keys below | — | What the answer must be. |",
            "| `expect.status` | one, or a list, of: a status such as 200, or a class of them such"
                + " as 2xx | `200` | Allowed statuses. For example `[200, 3xx]`. |",
            "| `expect.json[].presence` | one of `present`, `absent` | — | It must be there, or"
                + " not. `present`: It is there. `absent`: It is not there. |",
            "| `method` | one of `get`, `head-only` | `get` | How to ask. `get`: Asks for the"
                + " resource. `head-only`: Asks for the headers \\| only. |");
  }

  @Test
  void everyRowHasFourCellsWhateverItsTextHolds() {
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    Rows rows = new Rows();

    parser.parse(page(PING)).accept(rows);

    assertThat(rows.tables).isEqualTo(2);
    assertThat(rows.widths).hasSizeGreaterThan(20).containsOnly(4);
  }

  /** Counts the cells of each row. */
  private static final class Rows extends AbstractVisitor {
    private final List<Integer> widths = new java.util.ArrayList<>();
    private int tables;

    @Override
    public void visit(CustomBlock block) {
      tables += block instanceof TableBlock ? 1 : 0;
      visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow) {
        int cells = 0;
        for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells += cell instanceof TableCell ? 1 : 0;
        }
        widths.add(cells);
      }
      visitChildren(node);
    }
  }

  @Test
  void theIndexLeadsToThePages() {
    assertThat(ReferencePages.index(TYPES))
        .contains(
            "| [`grep`](grep.md) | Grep sample | Looks for lines, by \\<regular\\> expressions. |")
        .contains(
            "| [`ping`](ping.md) | Ping sample | Asks an address and compares the answer. |\n")
        .contains("| [`configuration`](configuration.md) |", "| [`templates`](templates.md) |");
  }

  @Test
  void theTerminalListsTypes() {
    assertThat(ReferencePages.text(TYPES))
        .isEqualTo(
            """
            grep  Grep sample
                  Looks for lines, by <regular> expressions.
            ping  Ping sample
                  Asks an address and compares the answer.

            `stageproof checks TYPE` shows the keys of one type.
            """);
  }

  @Test
  void theTerminalShowsOneType() {
    assertThat(
            ReferencePages.text("grep", "Grep sample", COMMON, GREP, Optional.of("version: 1\n")))
        .startsWith(
            """
            grep: Grep sample

            Looks for lines, by <regular> expressions.

            Keys of grep

              patterns  (required)
                  What to look for. For example `["a|b", started]`.
                  Takes a list of: text.

              labels
            """)
        .contains("  severity\n", "      Default: blocking\n")
        .endsWith("\nExample\n\n  version: 1\n");
  }

  @Test
  void terminalTextIsEightyColumnsWide() {
    assertThat(ReferencePages.text("ping", "Ping", COMMON, PING, Optional.empty()).lines())
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void markdownHasNoTrailingBlanksTabsOrDoubledEmptyLines() {
    for (String page : List.of(page(PING), page(GREP), ReferencePages.index(TYPES))) {
      assertThat(page)
          .doesNotContainPattern("[ \t]+\n")
          .doesNotContain("\n\n\n", "\t")
          .endsWith("\n")
          .doesNotEndWith("\n\n");
    }
  }
}
