package dev.stageproof.refdoc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Reads the defaults and examples of our own {@code @Doc} texts: one line of YAML in flow style.
 * Not a parser for foreign text; that is the configuration's.
 */
final class FlowText {

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,18}\\.\\d{1,18}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private int at;

  private FlowText(String text) {
    this.text = text;
  }

  /**
   * The value that the text stands for.
   *
   * @throws IllegalArgumentException when brackets or quotes are not closed; a programming error
   */
  static JsonNode parse(String text) {
    FlowText flow = new FlowText(text.strip());
    boolean nested = text.startsWith("[") || text.startsWith("{") || text.startsWith("\"");
    // A plain text on its own may hold commas and brackets.
    return nested || text.startsWith("'") ? flow.value() : plain(text.strip());
  }

  private JsonNode value() {
    skipBlanks();
    return switch (peek()) {
      case '[' -> list();
      case '{' -> map();
      case '"', '\'' -> NODES.textNode(quoted());
      default -> plain(until(",]}"));
    };
  }

  private ArrayNode list() {
    ArrayNode list = NODES.arrayNode();
    at++;
    while (skipBlanks() != ']') {
      list.add(value());
      separator(']');
    }
    at++;
    return list;
  }

  private ObjectNode map() {
    ObjectNode map = NODES.objectNode();
    at++;
    while (skipBlanks() != '}') {
      String key = peek() == '"' || peek() == '\'' ? quoted() : until(":");
      skipBlanks();
      at++;
      map.set(key, value());
      separator('}');
    }
    at++;
    return map;
  }

  private void separator(char end) {
    char next = skipBlanks();
    if (next == ',') {
      at++;
    } else if (next != end) {
      throw new IllegalArgumentException("expected `,` or `" + end + "` in: " + text);
    }
  }

  private String quoted() {
    char quote = peek();
    StringBuilder value = new StringBuilder();
    at++;
    while (peek() != quote) {
      at += quote == '"' && peek() == '\\' ? 1 : 0;
      value.append(peek());
      at++;
    }
    at++;
    return value.toString();
  }

  private String until(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private static JsonNode plain(String word) {
    if (WHOLE.matcher(word).matches()) {
      return NODES.numberNode(Long.parseLong(word));
    }
    if (DECIMAL.matcher(word).matches()) {
      return NODES.numberNode(Double.parseDouble(word));
    }
    boolean truth = word.equals("true") || word.equals("false");
    return truth ? NODES.booleanNode(Boolean.parseBoolean(word)) : NODES.textNode(word);
  }

  private char skipBlanks() {
    while (peek() == ' ') {
      at++;
    }
    return peek();
  }

  private char peek() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("not closed: " + text);
    }
    return text.charAt(at);
  }
}
