package dev.stageproof.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
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
          .jsonProvider(new JacksonJsonNodeJsonProvider(Json.MAPPER))
          .mappingProvider(new JacksonMappingProvider(Json.MAPPER))
          .build();

  public PathExpression {
    if (!source.startsWith("$")) {
      throw new IllegalArgumentException("a JSONPath starts with `$`: `" + source + "`");
    }
    if (unmatched(source)) {
      throw refusal(source, "its brackets don't match");
    }
    try {
      JsonPath.compile(source);
    } catch (InvalidPathException e) {
      throw refusal(source, e.getMessage());
    }
  }

  /** The library reads over an open bracket at the end and takes a stray one into a name. */
  private static boolean unmatched(String source) {
    boolean quotes = source.contains("'") || source.contains("\"");
    return !quotes
        && source.chars().filter(c -> c == '[').count()
            != source.chars().filter(c -> c == ']').count();
  }

  private static IllegalArgumentException refusal(String source, String why) {
    return new IllegalArgumentException("not a JSONPath: `" + source + "`: " + oneLine(why));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  public static PathExpression parse(String text) {
    return new PathExpression(text);
  }

  /** True when the path leads to at most one value. */
  public boolean definite() {
    return JsonPath.compile(source).isDefinite();
  }

  /**
   * What the path finds: at most one value, or several for a path with a wildcard or filter.
   *
   * @throws JsonPathException when the path can't be evaluated on this document
   */
  public List<JsonNode> valuesIn(JsonNode root) {
    JsonPath path = JsonPath.compile(source);
    try {
      JsonNode found = Json.MAPPER.valueToTree(path.<Object>read(root, READING));
      return path.isDefinite() ? List.of(found) : elements(found);
    } catch (PathNotFoundException e) {
      return List.of();
    }
  }

  private static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }

  @Override
  public String toString() {
    return source;
  }
}
