package dev.stageproof.checks.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.stageproof.model.TextForm;
import java.util.Optional;

/**
 * A JSONPath that leads to one value.
 *
 * @param source as written: {@code $.summary.compliance}
 * @see <a href="https://github.com/json-path/JsonPath">the dialect</a>
 */
@TextForm(pattern = "\\$.*", hint = "a JSONPath such as $.summary.compliance")
public record PathExpression(String source) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Configuration READING =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider(MAPPER))
          .mappingProvider(new JacksonMappingProvider(MAPPER))
          .build();

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException when it is none, or may lead to several values
   */
  public static PathExpression parse(String text) {
    try {
      if (text.startsWith("$") && JsonPath.compile(text).isDefinite()) {
        return new PathExpression(text);
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a JSONPath: `" + text + "`: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(
        "`" + text + "` is no JSONPath that starts with `$` and leads to one value");
  }

  /** The value in a text that is JSON; empty when the path leads nowhere in it. */
  Optional<JsonNode> in(String json) throws JsonProcessingException {
    JsonNode root = MAPPER.readTree(json);
    try {
      return Optional.ofNullable(JsonPath.compile(source).<JsonNode>read(root, READING));
    } catch (JsonPathException e) {
      // Nothing there, or something on the way that has no such part: not seen either way.
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return source;
  }
}
