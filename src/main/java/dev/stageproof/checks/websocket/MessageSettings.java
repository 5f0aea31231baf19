package dev.stageproof.checks.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.Json;
import dev.stageproof.observe.JsonCondition;
import java.util.List;
import java.util.Optional;

/** A message to send. */
@Doc("A message to send: either `text` or `json`.")
public record MessageSettings(
    @Doc(value = "The message as it is.", example = "ping") Optional<String> text,
    @Doc(value = "The message, written as JSON.", example = "{type: user_message, text: hello}")
        Optional<Object> json,
    @OneOrMany
        @Doc(
            value =
                "Sent only once a message has come, since the one before this was sent, for which"
                    + " all of this holds; at once by default.",
            example = "{path: $.type, equals: agent_started}")
        List<JsonCondition> after) {

  public MessageSettings {
    after = List.copyOf(after);
    if (text.isPresent() == json.isPresent()) {
      throw new InvalidSetting(
          text.isPresent() ? "json" : "", "give either a `text` or a `json`, and not both");
    }
  }

  /** The text that goes out. */
  String written() {
    return text.orElseGet(() -> written(json.orElseThrow()));
  }

  private static String written(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of a configuration can't be written as JSON", e);
    }
  }
}
