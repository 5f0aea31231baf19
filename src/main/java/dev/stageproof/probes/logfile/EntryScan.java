package dev.stageproof.probes.logfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stageproof.observe.LogSeverity;
import dev.stageproof.probes.entries.Entry;
import dev.stageproof.probes.entries.ServedRequest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one entry after another off raw bytes, as far as it is sure to see what {@link EntryParser}
 * would see. Left to the parser are entries of an unusual form, those whose payload is JSON without
 * a message, and those with an escape that may hide a text. Not thread-safe.
 */
final class EntryScan implements JsonWalk.Member {

  private enum Field {
    TIMESTAMP,
    SEVERITY,
    LOG,
    RESOURCE,
    TEXT,
    JSON,
    PROTO,
    REQUEST,
    OTHER
  }

  private static final Keys<Field> KEYS =
      new Keys<>(
          Map.of(
              "timestamp", Field.TIMESTAMP,
              "severity", Field.SEVERITY,
              "logName", Field.LOG,
              "resource", Field.RESOURCE,
              "textPayload", Field.TEXT,
              "jsonPayload", Field.JSON,
              "protoPayload", Field.PROTO,
              "httpRequest", Field.REQUEST),
          Field.OTHER);

  private static final Keys<Boolean> MESSAGE = new Keys<>(Map.of(JsonText.MESSAGE, true), false);

  private final JsonWalk walk = new JsonWalk();
  private final TimeScan time = new TimeScan();
  private final ResourceScan resource = new ResourceScan(walk);
  private final RequestScan request = new RequestScan(walk);
  private final JsonWalk.Member inPayload = this::inPayload;
  private final Memo<String> logs = new Memo<>(Entry::logId);
  private final Memo<Optional<LogSeverity>> severities = new Memo<>(EntryFields::severity);
  private byte[] bytes = new byte[0];
  private final Set<Field> seen = EnumSet.noneOf(Field.class);
  private int messages;
  private LogSeverity severity = LogSeverity.DEFAULT;
  private String log = "";
  private byte[] text = bytes;
  private int textStart;
  private int textEnd;

  /** Whether a line break is the end of everything, as in JSON lines. */
  void lines(boolean endedByLineBreak) {
    walk.lines(endedByLineBreak);
    resource.forget();
  }

  /** Reads the entry at the position; see {@link JsonWalk} for the answer and for the padding. */
  int read(byte[] from, int at) {
    begin(from);
    int end = walk.object(from, at, this);
    boolean sure = end >= 0 && has(Field.TIMESTAMP) && !walk.hiding();
    boolean payload = has(Field.TEXT) || has(Field.JSON);
    if (!sure || (has(Field.TEXT) && has(Field.JSON))) {
      return JsonWalk.UNSURE;
    }
    if (has(Field.REQUEST) && !payload) {
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
    seen.clear();
    messages = 0;
    severity = LogSeverity.DEFAULT;
    log = "";
  }

  private boolean has(Field field) {
    return seen.contains(field);
  }

  @Override
  public int value(byte[] from, int key, int keyEnd, int at) {
    Field field = KEYS.of(from, key, keyEnd);
    if (field == Field.OTHER) {
      return walk.value(from, at);
    }
    return seen.add(field) ? known(field, from, at) : JsonWalk.UNSURE;
  }

  private int known(Field field, byte[] from, int at) {
    return switch (field) {
      case TIMESTAMP -> time.read(from, at);
      case SEVERITY -> severity(from, at);
      case LOG -> log(from, at);
      case RESOURCE -> resource.read(from, at);
      case TEXT -> text(from, at);
      case JSON -> payload(from, at);
      case REQUEST -> request.read(from, at);
      case PROTO, OTHER -> JsonWalk.UNSURE;
    };
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
    int end = walk.object(from, at, inPayload);
    return messages == 1 ? end : JsonWalk.UNSURE;
  }

  private int inPayload(byte[] from, int key, int keyEnd, int at) {
    if (!MESSAGE.of(from, key, keyEnd)) {
      return walk.value(from, at);
    }
    messages++;
    return text(from, at);
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
    return has(Field.RESOURCE) ? resource.revision() : "";
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
        has(Field.REQUEST) ? Optional.of(request.served(bytes)) : Optional.empty();
    return new Entry(time.instant(), severity, log, itsText, "", served);
  }
}
