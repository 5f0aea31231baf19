package dev.stageproof.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A message that came over a WebSocket connection.
 *
 * @param type its {@code type}, when it is a JSON object; empty text when it has none
 * @param text its {@code text}; the whole message when it is no JSON object
 * @param user who sent it
 */
record SocketMessage(String type, String text, String user) {
  private static final JsonMapper JSON = new JsonMapper();

  static SocketMessage parse(String message, String user) {
    try {
      JsonNode tree = JSON.readTree(message);
      return tree.isObject()
          ? new SocketMessage(tree.path("type").asText(), tree.path("text").asText(), user)
          : new SocketMessage("", message, user);
    } catch (JsonProcessingException notJson) {
      return new SocketMessage("", message, user);
    }
  }

  /** What the service says to it. */
  String fill(String said) {
    return said.replace("{user}", inside(user)).replace("{text}", inside(text));
  }

  private static String inside(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(value));
  }
}
