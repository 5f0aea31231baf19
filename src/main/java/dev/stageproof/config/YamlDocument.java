package dev.stageproof.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** One YAML 1.2 document as nodes that know their place. Nothing is constructed from tags. */
final class YamlDocument {

  private final SourceText source;
  private final Problems problems;
  private final LoadSettings settings;

  YamlDocument(SourceText source, Problems problems) {
    this.source = source;
    this.problems = problems;
    int length = source.text().length();
    this.settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .setAllowRecursiveKeys(true)
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            .setCodePointLimit(ConfigFile.MOST_BYTES)
            .setBufferSize(Math.max(1, length))
            .build();
  }

  /** The root; empty when a problem was found or the document holds nothing. */
  Optional<Node> compose() {
    try {
      if (!printable() || !flat()) {
        return Optional.empty();
      }
      return new Compose(settings).composeString(source.text());
    } catch (MarkedYamlEngineException e) {
      Span span = e.getProblemMark().or(e::getContextMark).map(Span::of).orElse(Span.TOP);
      problems.add(span, "not valid YAML: " + e.getProblem(), hint(e, source.line(span.line())));
    } catch (YamlEngineException e) {
      problems.add(Span.TOP, "not valid YAML: " + e.getMessage(), Optional.empty());
    }
    return Optional.empty();
  }

  private boolean printable() {
    String text = source.text();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!StreamReader.isPrintable(text.codePointAt(i))) {
        String name = "U+%04X".formatted(text.codePointAt(i));
        problems.add(
            source.spanAt(i),
            "the character " + name + " is not allowed in YAML",
            Optional.of("remove it, or write it as an escape in double quotes"));
        return false;
      }
    }
    return true;
  }

  /**
   * Looks at the events before nodes are composed, because composing recurses: a deep document
   * would overflow the stack.
   */
  private boolean flat() {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings).parseString(source.text())) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      documents += event instanceof DocumentStartEvent ? 1 : 0;
      LostText.check(event, source, problems);
      if (depth > Budget.MOST_DEPTH) {
        return refuse(event, Budget.TOO_DEEP, Budget.FLATTER);
      }
      if (documents > 1) {
        return refuse(
            event, "a second YAML document begins here", "one file holds one configuration");
      }
    }
    return true;
  }

  private boolean refuse(Event event, String message, String hint) {
    problems.add(event.getStartMark().map(Span::of).orElse(Span.TOP), message, Optional.of(hint));
    return false;
  }

  private static Optional<String> hint(MarkedYamlEngineException e, String line) {
    String problem = e.getProblem();
    if (problem.contains("TAB")) {
      return Optional.of("indent with spaces, not with tabs");
    }
    if (problem.contains("',' or") && line.contains("${")) {
      return Optional.of("between brackets, a value that holds `${…}` needs quotes");
    }
    if (problem.contains("mapping values are not allowed")) {
      return Optional.of("a text that holds `: ` needs quotes; keys of one map share a column");
    }
    if (problem.contains("undefined alias") || problem.contains("cannot start any token")) {
      return Optional.of("a text that begins with a special character needs quotes");
    }
    if (problem.contains("<block end>")) {
      return Optional.of("check the indentation: keys of one map share a column");
    }
    return Optional.of("the cause may stand on an earlier line: an open quote or bracket");
  }
}
