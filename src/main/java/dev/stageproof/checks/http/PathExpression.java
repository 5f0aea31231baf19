package dev.stageproof.checks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.stageproof.model.TextForm;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSONPath.
 *
 * @param source as written: {@code $.items[*].name}
 * @see <a href="https://github.com/json-path/JsonPath">the dialect</a>
 */
@TextForm(pattern = "\\$.*", hint = "a JSONPath such as $.status or $.items[*].name")
public record PathExpression(String source) {

  private static final Configuration READING =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider(JsonBody.MAPPER))
          .mappingProvider(new JacksonMappingProvider(JsonBody.MAPPER))
          .options(Option.SUPPRESS_EXCEPTIONS)
          .build();

  public PathExpression {
    if (!source.startsWith("$")) {
      throw new IllegalArgumentException("a JSONPath starts with `$`: `" + source + "`");
    }
    try {
      JsonPath.compile(source);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a JSONPath: `" + source + "`: " + e.getMessage(), e);
    }
  }

  public static PathExpression parse(String text) {
    return new PathExpression(text);
  }

  /** What the path finds: at most one value, or several for a path with a wildcard or filter. */
  List<JsonNode> valuesIn(JsonNode root) {
    JsonPath path = JsonPath.compile(source);
    Object found = path.read(root, READING);
    if (found == null) {
      return List.of();
    }
    JsonNode tree = JsonBody.MAPPER.valueToTree(found);
    if (path.isDefinite()) {
      return List.of(tree);
    }
    List<JsonNode> values = new ArrayList<>();
    tree.forEach(values::add);
    return values;
  }

  @Override
  public String toString() {
    return source;
  }
}
