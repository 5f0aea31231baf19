package dev.stageproof.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A text with its variables put in. Expanded once, after parsing: a value never becomes YAML and is
 * never expanded itself.
 *
 * @param text the text to bind; meaningless when there are unset or broken references
 * @param values what came from variables, defaults not included
 * @param unset names of variables that have neither value nor default
 * @param broken references that can't be read, as they are written
 * @param changed false when the text holds no reference
 */
record Expansion(
    String text, List<String> values, List<String> unset, List<String> broken, boolean changed) {

  /** What a variable may be called, as in a shell. */
  static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$\\$\\{|\\$\\{(?<name>"
              + NAME
              + ")(:-(?<def>[^}]*))?\\}|(?<broken>\\$\\{[^}]{0,40}\\}?)");

  static Expansion of(String raw, Function<String, Optional<String>> variables) {
    Expansion found =
        new Expansion(raw, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), true);
    StringBuilder text = new StringBuilder();
    Matcher matcher = REFERENCE.matcher(raw);
    int end = 0;
    while (matcher.find()) {
      text.append(raw.substring(end, matcher.start()))
          .append(found.replacement(matcher, variables));
      end = matcher.end();
    }
    text.append(raw.substring(end));
    return new Expansion(
        text.toString(),
        List.copyOf(found.values),
        List.copyOf(found.unset),
        List.copyOf(found.broken),
        end > 0);
  }

  private String replacement(Matcher matcher, Function<String, Optional<String>> variables) {
    String name = matcher.group("name");
    if (name == null) {
      boolean literal = matcher.group("broken") == null;
      if (!literal) {
        broken.add(matcher.group());
      }
      return literal ? "${" : "";
    }
    Optional<String> def = Optional.ofNullable(matcher.group("def"));
    // As in a shell, `:-` also stands in for a variable that is set to nothing.
    Optional<String> value =
        variables.apply(name).filter(given -> def.isEmpty() || !given.isEmpty());
    value.ifPresent(values::add);
    if (value.isEmpty() && def.isEmpty()) {
      unset.add(name);
    }
    return value.or(() -> def).orElse("");
  }

  /** True for a scalar that is made of variables, wholly or in part. */
  static boolean holdsReference(Node node) {
    return node instanceof ScalarNode scalar && scalar.getValue().contains("${");
  }

  boolean complete() {
    return unset.isEmpty() && broken.isEmpty();
  }
}
