package dev.stageproof.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Puts {@code ${VAR}} and {@code ${VAR:-default}} into scalar values, and remembers which. */
final class Variables {

  private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

  private final Function<String, Optional<String>> lookup;
  private final SourceText source;
  private final Problems problems;
  private final List<String> used = new ArrayList<>();

  Variables(Function<String, Optional<String>> lookup, SourceText source, Problems problems) {
    this.lookup = lookup;
    this.source = source;
    this.problems = problems;
  }

  /** The scalar with its variables put in; empty when one of them is not set. */
  Optional<Scalar> expand(ScalarNode node) {
    Expansion expansion = Expansion.of(node.getValue(), lookup);
    expansion.unset().forEach(name -> unset(node, name));
    expansion.broken().forEach(reference -> broken(node, reference));
    if (!expansion.complete()) {
      return Optional.empty();
    }
    used.addAll(expansion.values());
    Tag tag = expansion.changed() ? resolve(expansion.text()) : text(node.getTag());
    boolean foreign = !expansion.values().isEmpty();
    return Optional.of(new Scalar(node, expansion.text(), tag, expansion.changed(), foreign));
  }

  /** The text of a scalar that is looked at again, without complaining again. */
  String peek(ScalarNode node) {
    Expansion expansion = Expansion.of(node.getValue(), lookup);
    return expansion.complete() ? expansion.text() : node.getValue();
  }

  /** A position in the sequence of variables used, for {@link #tells}. */
  int mark() {
    return used.size();
  }

  /** True when the message holds a value that was put in since the mark. */
  boolean tells(String message, int mark) {
    String lower = message.toLowerCase(Locale.ROOT);
    return used.subList(mark, used.size()).stream()
        .anyMatch(value -> !value.isEmpty() && lower.contains(value.toLowerCase(Locale.ROOT)));
  }

  /** What the text would be if it were written plain; an empty text stays text. */
  private static Tag resolve(String text) {
    Tag tag = text(RESOLVER.resolve(text, true));
    return Tag.NULL.equals(tag) ? Tag.STR : tag;
  }

  /** The engine has a tag of its own for a plain {@code ${VAR}}. */
  private static Tag text(Tag tag) {
    return Tag.ENV_TAG.equals(tag) ? Tag.STR : tag;
  }

  private void unset(ScalarNode node, String name) {
    problems.add(
        place(node, "${" + name),
        "the variable `" + name + "` is not set",
        Optional.of(
            "give it with `--var %s=VALUE`, set it in the environment, or write `${%s:-default}`"
                .formatted(name, name)));
  }

  private void broken(ScalarNode node, String reference) {
    problems.add(
        place(node, reference),
        "`${` must be followed by a variable's name and `}`",
        Optional.of("write `${NAME}` or `${NAME:-default}`, or `$${` for a literal `${`"));
  }

  /** Where a reference stands inside a scalar; the whole scalar when escapes hide it. */
  private Span place(ScalarNode node, String reference) {
    Span whole = Span.of(node);
    String text = source.text();
    int start = node.getStartMark().map(Mark::getIndex).orElse(0);
    int end = node.getEndMark().map(Mark::getIndex).orElse(start);
    int from = text.offsetByCodePoints(0, start);
    int found = text.indexOf(reference, from);
    if (found < 0 || found > text.offsetByCodePoints(from, end - start)) {
      return whole;
    }
    int close = text.indexOf('}', found);
    int width = close < 0 ? reference.length() : close - found + 1;
    Span begin = source.spanAt(found);
    return new Span(begin.line(), begin.column(), width);
  }
}
