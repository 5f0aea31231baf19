package dev.stageproof.formats.markdown;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a Markdown parser makes of a text: its skeleton without the words, or the words alone. */
final class Structure {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private Structure() {}

  static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  /** How often each kind of node occurs under each kind of parent; words and code spans aside. */
  static Map<String, Integer> skeleton(String markdown) {
    Map<String, Integer> counts = new TreeMap<>();
    count(parse(markdown), counts);
    return counts;
  }

  private static void count(Node parent, Map<String, Integer> counts) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!(node instanceof Text || node instanceof Code)) {
        counts.merge(name(parent) + " > " + name(node), 1, Integer::sum);
      }
      count(node, counts);
    }
  }

  private static String name(Node node) {
    String name = node.getClass().getSimpleName();
    if (node instanceof Heading heading) {
      return name + heading.getLevel();
    }
    return node instanceof Link link && !link.getDestination().startsWith("#") ? "WebLink" : name;
  }

  /** The words as a reader sees them. */
  static String words(Node parent) {
    StringBuilder words = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        words.append(text.getLiteral());
      } else if (node instanceof Code code) {
        words.append('`').append(code.getLiteral()).append('`');
      } else if (node instanceof SoftLineBreak) {
        words.append('\n');
      } else {
        words.append(words(node));
      }
    }
    return words.toString();
  }
}
