package dev.stageproof.probes.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.audit.AuditLog;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.LogEntry;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import org.junit.jupiter.api.Test;

class EntryTextTest {
  private static final String AT = "2025-09-15T08:30:00Z";

  @Test
  void plainTextIsItsOwn() {
    assertThat(EntryText.of(LogLines.text("a", AT, LogSeverity.INFO, "hello"))).isEqualTo("hello");
  }

  @Test
  void aJsonLineIsItsMessage() {
    assertThat(EntryText.of(LogLines.json("a", AT, LogSeverity.INFO, "message", "hello")))
        .isEqualTo("hello");
  }

  @Test
  void theTextsOfAMessageThatIsAnArrayAreItsLines() {
    Value inner =
        Value.newBuilder().setListValue(ListValue.newBuilder().addValues(text("c"))).build();
    Value number = Value.newBuilder().setNumberValue(1).build();
    ListValue all =
        ListValue.newBuilder().addValues(text("a b")).addValues(number).addValues(inner).build();
    LogEntry entry =
        LogEntry.newBuilder()
            .setJsonPayload(
                Struct.newBuilder()
                    .putFields("message", Value.newBuilder().setListValue(all).build())
                    .putFields("error", text("Bad Request")))
            .build();

    assertThat(EntryText.of(entry)).isEqualTo("a b\nc");
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  @Test
  void aJsonLineWithoutAMessageIsItsJson() {
    assertThat(EntryText.of(LogLines.json("a", AT, LogSeverity.INFO, "event", "start")))
        .isEqualTo("{\"event\":\"start\"}");
  }

  @Test
  void aRequestIsItsMethodAddressAndStatus() {
    assertThat(EntryText.of(LogLines.request("a", AT, "curl")))
        .isEqualTo("GET https://x.a.run.app/health 200");
  }

  @Test
  void anAuditEntryIsItsJson() {
    Any audit = Any.pack(AuditLog.newBuilder().setMethodName("ReplaceService").build());

    assertThat(EntryText.of(proto(audit))).contains("\"methodName\":\"ReplaceService\"");
  }

  @Test
  void aProtoOfAnUnknownTypeIsItsType() {
    Any unknown =
        Any.newBuilder().setTypeUrl("type.x/some.Thing").setValue(ByteString.EMPTY).build();

    assertThat(EntryText.of(proto(unknown))).isEqualTo("type.x/some.Thing");
  }

  @Test
  void anEntryWithoutPayloadHasNoText() {
    assertThat(EntryText.of(LogLines.entry("a", AT, LogSeverity.INFO, "x").build())).isEmpty();
  }

  private static LogEntry proto(Any payload) {
    return LogLines.entry("a", AT, LogSeverity.INFO, "x").setProtoPayload(payload).build();
  }
}
