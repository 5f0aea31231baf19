package dev.stageproof.probes.logfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.probes.entries.Entry;
import dev.stageproof.probes.entries.ServedRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of one entry while they are parsed. Not thread-safe. */
final class EntryFields {
  private static final Map<String, LogSeverity> SEVERITIES =
      Arrays.stream(LogSeverity.values())
          .collect(Collectors.toUnmodifiableMap(LogSeverity::name, Function.identity()));

  private final JsonParser parser;
  private Optional<Instant> at = Optional.empty();
  private LogSeverity severity = LogSeverity.DEFAULT;
  private String log = "";
  private String revision = "";
  private Optional<String> textPayload = Optional.empty();
  private Optional<String> jsonPayload = Optional.empty();
  private Optional<String> protoPayload = Optional.empty();
  private Optional<RequestFields> request = Optional.empty();

  EntryFields(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the object whose beginning is the parser's token, to its end. */
  void read() throws IOException, Unreadable {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      field(key);
    }
  }

  private void field(String key) throws IOException, Unreadable {
    switch (key) {
      case "timestamp" -> at = Optional.of(instant(string(key)));
      case "severity" -> severity = known(string(key));
      case "logName" -> log = Entry.logId(string(key));
      case "resource" -> resource();
      case "textPayload" -> textPayload = Optional.of(string(key));
      case "jsonPayload" -> jsonPayload = Optional.of(JsonText.message(parser));
      case "protoPayload" -> protoPayload = Optional.of(JsonText.whole(parser));
      case "httpRequest" -> request = Optional.of(RequestFields.read(parser));
      default -> parser.skipChildren();
    }
  }

  ParsedEntry entry() throws Unreadable {
    Instant time = at.orElseThrow(() -> new Unreadable("no log entry: it has no `timestamp`"));
    String text =
        textPayload
            .or(() -> jsonPayload)
            .or(() -> protoPayload)
            .or(() -> request.map(RequestFields::text))
            .orElse("");
    Optional<ServedRequest> served = request.map(RequestFields::served);
    return new ParsedEntry(new Entry(time, severity, log, text, "", served), revision);
  }

  private void resource() throws IOException, Unreadable {
    object("resource");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean labels = parser.currentName().equals("labels");
      if (parser.nextToken() == JsonToken.START_OBJECT && labels) {
        labels();
      } else {
        parser.skipChildren();
      }
    }
  }

  private void labels() throws IOException, Unreadable {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String label = parser.currentName();
      parser.nextToken();
      if (label.equals("revision_name")) {
        revision = string(label);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void object(String key) throws Unreadable {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw new Unreadable("no log entry: `" + key + "` is not an object");
    }
  }

  private String string(String key) throws IOException, Unreadable {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new Unreadable("no log entry: `" + key + "` is not a text");
    }
    return parser.getText();
  }

  private static Instant instant(String text) throws Unreadable {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Unreadable("no log entry: `timestamp` is not a time in the form of RFC 3339", e);
    }
  }

  private static LogSeverity known(String name) throws Unreadable {
    return severity(name)
        .orElseThrow(() -> new Unreadable("no log entry: `severity` is none that is known"));
  }

  /** The severity of the name, if there is one. */
  static Optional<LogSeverity> severity(String name) {
    return Optional.ofNullable(SEVERITIES.get(name));
  }
}
