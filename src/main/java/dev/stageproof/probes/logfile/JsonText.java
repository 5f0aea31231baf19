package dev.stageproof.probes.logfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;

/** The text of a payload in JSON: what a reader of the log would see in its line. */
final class JsonText {

  /** The field that Cloud Run and Cloud Logging take for the display text of a JSON line. */
  static final String MESSAGE = "message";

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;
  private final StringWriter whole = new StringWriter();
  private Optional<String> message = Optional.empty();

  private JsonText(JsonParser parser) {
    this.parser = parser;
  }

  /** The payload's message; without one the payload. */
  static String message(JsonParser parser) throws IOException, Unreadable {
    JsonText text = new JsonText(parser);
    text.copy();
    return text.message.orElseGet(text.whole::toString);
  }

  /** The payload without insignificant white space. */
  static String whole(JsonParser parser) throws IOException, Unreadable {
    JsonText text = new JsonText(parser);
    text.copy();
    return text.whole.toString();
  }

  private void copy() throws IOException, Unreadable {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw new Unreadable("no log entry: its payload is not an object");
    }
    try (JsonGenerator json = JSON.createGenerator(whole)) {
      json.copyCurrentEventExact(parser);
      for (int depth = 1; depth > 0; depth += change(parser.currentToken())) {
        parser.nextToken();
        json.copyCurrentEventExact(parser);
        note(depth);
      }
    }
  }

  /** The texts of a message that is an array are lines of it. */
  private void note(int depth) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return;
    }
    int above = depth;
    JsonStreamContext within = parser.getParsingContext();
    for (; within.inArray(); within = within.getParent()) {
      above--;
    }
    if (above == 1 && within.getCurrentName().equals(MESSAGE)) {
      String text = parser.getText();
      message =
          message
              .filter(any -> depth > 1)
              .map(lines -> lines + "\n" + text)
              .or(() -> Optional.of(text));
    }
  }

  private static int change(JsonToken token) {
    return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
  }
}
