package dev.stageproof.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.LogEntry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import com.google.protobuf.util.Timestamps;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A line in JSON as Cloud Run makes an entry of it: some fields are taken out of the payload and
 * put into the entry.
 *
 * @see <a href="https://cloud.google.com/logging/docs/structured-logging">Structured logging</a>
 */
final class LiftedLine {
  private static final ObjectMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final String SPECIAL = "logging.googleapis.com/";

  /** What may be taken out, and how it is put in; a value of another kind stays where it is. */
  private static final Map<String, BiConsumer<LogEntry.Builder, Value>> FIELDS =
      Map.of(
          "severity",
          (entry, value) -> entry.setSeverity(severity(value.getStringValue())),
          "time",
          LiftedLine::time,
          SPECIAL + "trace",
          (entry, value) -> entry.setTrace(value.getStringValue()),
          SPECIAL + "spanId",
          (entry, value) -> entry.setSpanId(value.getStringValue()),
          SPECIAL + "insertId",
          (entry, value) -> entry.setInsertId(value.getStringValue()));

  private LiftedLine() {}

  /** The object that the line is; empty when it is a text. */
  static Optional<Struct> read(String line) {
    try {
      // Protobuf's own reader is lenient: it takes texts for objects that are none.
      if (!line.strip().startsWith("{") || !STRICT.readTree(line).isObject()) {
        return Optional.empty();
      }
      Struct.Builder struct = Struct.newBuilder();
      JsonFormat.parser().merge(line, struct);
      return Optional.of(struct.build());
    } catch (JsonProcessingException | InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  static void into(LogEntry.Builder entry, Struct line) {
    Struct.Builder payload = line.toBuilder();
    FIELDS.forEach(
        (name, put) -> {
          Value value = line.getFieldsOrDefault(name, Value.getDefaultInstance());
          if (value.hasStringValue()) {
            put.accept(entry, value);
            payload.removeFields(name);
          }
        });
    entry.setJsonPayload(payload);
  }

  private static LogSeverity severity(String word) {
    try {
      return LogSeverity.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return LogSeverity.DEFAULT;
    }
  }

  /** A time that is none leaves the entry its own. */
  private static void time(LogEntry.Builder entry, Value value) {
    try {
      entry.setTimestamp(Timestamps.parse(value.getStringValue()));
    } catch (ParseException e) {
      return;
    }
  }
}
