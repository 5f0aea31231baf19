package dev.stageproof.probes.logfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stageproof.observe.LogSeverity;
import dev.stageproof.probes.entries.Entry;
import dev.stageproof.probes.entries.ServedRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one entry after another off raw bytes, as far as it is sure to see what {@link EntryParser}
 * would see. Left to the parser are entries of an unusual form, those whose payload is JSON without
 * a message, and those with an escape that may hide a text. Not thread-safe.
 */
final class EntryScan {

  private final JsonWalk walk;
  private final TimeScan time = new TimeScan();
  private final ResourceScan resource;
  private final RequestScan request;
  private final ObjectScan payload;
  private final ObjectScan fields;
  private final Field messageField = Field.once(this::text);
  private final Field timestampField = Field.once(time::read);
  private final Field resourceField;
  private final Field textField = Field.once(this::text);
  private final Field jsonField = Field.once(this::payload);
  private final Field requestField;
  private final Memo<String> logs = new Memo<>(Entry::logId);
  private final Memo<Optional<LogSeverity>> severities = new Memo<>(EntryFields::severity);
  private byte[] bytes = new byte[0];
  private LogSeverity severity = LogSeverity.DEFAULT;
  private String log = "";
  private byte[] text = bytes;
  private int textStart;
  private int textEnd;

  /**
   * Reads from now on.
   *
   * @param lines whether a line break is the end of everything, as in JSON lines
   */
  EntryScan(boolean lines) {
    walk = new JsonWalk(lines);
    resource = new ResourceScan(walk);
    request = new RequestScan(walk);
    resourceField = Field.once(resource::read);
    requestField = Field.once(request::read);
    payload = new ObjectScan(walk, Map.of(JsonText.MESSAGE, messageField));
    fields = new ObjectScan(walk, known());
  }

  /** Those that are skipped are named as well, so that the way leads on from each of them. */
  private Map<String, Field> known() {
    return Map.ofEntries(
        Map.entry("timestamp", timestampField),
        Map.entry("severity", Field.once(this::severity)),
        Map.entry("logName", Field.once(this::log)),
        Map.entry("resource", resourceField),
        Map.entry("textPayload", textField),
        Map.entry("jsonPayload", jsonField),
        Map.entry("protoPayload", Field.once((from, at) -> JsonWalk.UNSURE)),
        Map.entry("httpRequest", requestField),
        Map.entry("insertId", Field.any(walk::value)),
        Map.entry("labels", Field.any(walk::value)),
        Map.entry("receiveTimestamp", Field.any(walk::value)),
        Map.entry("spanId", Field.any(walk::value)),
        Map.entry("trace", Field.any(walk::value)));
  }

  /** Reads the entry at the position; see {@link JsonWalk} for the answer and for the padding. */
  int read(byte[] from, int at) {
    begin(from);
    int end = fields.read(from, at);
    boolean sure = end >= 0 && fields.has(timestampField) && !walk.hiding();
    boolean hasText = fields.has(textField);
    boolean hasJson = fields.has(jsonField);
    if (!sure || (hasText && hasJson)) {
      return JsonWalk.UNSURE;
    }
    if (fields.has(requestField) && !hasText && !hasJson) {
      textEnd = request.compose(from);
      text = request.text();
    }
    return end;
  }

  private void begin(byte[] from) {
    walk.begin();
    bytes = from;
    text = from;
    textStart = 0;
    textEnd = 0;
    severity = LogSeverity.DEFAULT;
    log = "";
  }

  private int severity(byte[] from, int at) {
    int end = walk.unescaped(from, at);
    if (end < 0) {
      return end;
    }
    Optional<LogSeverity> named = severities.of(from, at + 1, end - 1);
    severity = named.orElse(LogSeverity.DEFAULT);
    return named.isPresent() ? end : JsonWalk.UNSURE;
  }

  private int log(byte[] from, int at) {
    int end = walk.unescaped(from, at);
    if (end >= 0) {
      log = logs.of(from, at + 1, end - 1);
    }
    return end;
  }

  private int text(byte[] from, int at) {
    int end = walk.string(from, at);
    textStart = at + 1;
    textEnd = end - 1;
    return end;
  }

  private int payload(byte[] from, int at) {
    int end = payload.read(from, at);
    return end >= 0 && payload.has(messageField) ? end : JsonWalk.UNSURE;
  }

  /** When the entry that was read last was written. */
  Instant at() {
    return time.instant();
  }

  LogSeverity severity() {
    return severity;
  }

  /** The revision that the entry names; empty when it names none. */
  String revision() {
    return fields.has(resourceField) ? resource.revision() : "";
  }

  /** False when none of the texts is in the entry's. */
  boolean mayHold(NeedleSearch needles) {
    return needles.finds(text, textStart, textEnd);
  }

  /** True when the entry's text must be unescaped, which is the parser's work. */
  boolean escaped() {
    return walk.escaped();
  }

  /** The entry that was read last, without its text. */
  Entry withoutText() {
    return entry("");
  }

  /** The entry that was read last, unless it is {@link #escaped()}. */
  Entry whole() {
    return entry(new String(text, textStart, textEnd - textStart, UTF_8));
  }

  private Entry entry(String itsText) {
    Optional<ServedRequest> served =
        fields.has(requestField) ? Optional.of(request.served(bytes)) : Optional.empty();
    return new Entry(time.instant(), severity, log, itsText, "", served);
  }
}
