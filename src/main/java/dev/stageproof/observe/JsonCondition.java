package dev.stageproof.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.JsonPathException;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import java.util.List;
import java.util.Optional;

/** Tells one JSON message from another. */
@Doc(
    "What a value in a JSON message has to be; with nothing but a path, it has to be there. A path"
        + " with a wildcard or filter has to find at least one such value.")
public record JsonCondition(
    @Doc(value = "Where the value is, as a JSONPath.", example = "$.type") PathExpression path,
    @Doc(
            value = "The value, of any type; numbers are equal by value, `1` as well as `1.0`.",
            example = "agent_started")
        Optional<Object> equals,
    @Doc(
            value = "A regular expression found in a string, or in the JSON text of another value.",
            example = "^agent_")
        Optional<Regex> matches) {

  public JsonCondition {
    if (equals.isPresent() && matches.isPresent()) {
      throw new InvalidSetting("matches", "give either `equals` or `matches`, and not both");
    }
  }

  /** That a value is at the path. */
  public static JsonCondition equal(PathExpression path, Object value) {
    return new JsonCondition(path, Optional.of(value), Optional.empty());
  }

  /** True for a JSON text with such a value; false also for a text that is not JSON. */
  public boolean holdsIn(String text) {
    return Json.read(text).filter(this::holds).isPresent();
  }

  private boolean holds(JsonNode root) {
    return values(root).stream().anyMatch(this::holdsFor);
  }

  /** A path that can't be evaluated on this message finds nothing in it. */
  private List<JsonNode> values(JsonNode root) {
    try {
      return path.valuesIn(root);
    } catch (JsonPathException e) {
      return List.of();
    }
  }

  private boolean holdsFor(JsonNode node) {
    return equals.map(value -> Json.same(Json.MAPPER.valueToTree(value), node)).orElse(true)
        && matches
            .map(regex -> regex.foundIn(node.isTextual() ? node.textValue() : node.toString()))
            .orElse(true);
  }

  /** "$.type = agent_started". */
  @Override
  public String toString() {
    return equals
        .map(value -> path + " = " + value)
        .or(() -> matches.map(regex -> path + " matches " + regex))
        .orElse(path.source());
  }
}
