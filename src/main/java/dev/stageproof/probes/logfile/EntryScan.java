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

  /**
   * What is done with the value of a key. These are called through an interface on purpose: the
   * compiler then makes small pieces of them early, instead of one very large piece too late.
   */
  private interface Reader {
    int read(byte[] bytes, int at);
  }

  /**
   * A key.
   *
   * @param bit set in {@link #seen} when it came; 0 for one that may come again
   */
  private record Field(int bit, Reader reader) {}

  private static final int TIMESTAMP = 1;
  private static final int SEVERITY = 2;
  private static final int LOG = 4;
  private static final int RESOURCE = 8;
  private static final int TEXT = 16;
  private static final int JSON = 32;
  private static final int PROTO = 64;
  private static final int REQUEST = 128;

  private static final Keys<Boolean> MESSAGE = new Keys<>(Map.of(JsonText.MESSAGE, true), false);

  private final JsonWalk walk = new JsonWalk();
  private final TimeScan time = new TimeScan();
  private final ResourceScan resource = new ResourceScan(walk);
  private final RequestScan request = new RequestScan(walk);
  private final Memo<String> logs = new Memo<>(Entry::logId);
  private final Memo<Optional<LogSeverity>> severities = new Memo<>(EntryFields::severity);
  private final Keys<Field> keys =
      new Keys<>(
          Map.of(
              "timestamp", new Field(TIMESTAMP, time::read),
              "severity", new Field(SEVERITY, this::severity),
              "logName", new Field(LOG, this::log),
              "resource", new Field(RESOURCE, resource::read),
              "textPayload", new Field(TEXT, this::text),
              "jsonPayload", new Field(JSON, this::payload),
              "protoPayload", new Field(PROTO, (from, at) -> JsonWalk.UNSURE),
              "httpRequest", new Field(REQUEST, request::read)),
          new Field(0, walk::value));
  private byte[] bytes = new byte[0];
  private int seen;
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
    int end = fields(from, at);
    boolean sure = end >= 0 && has(TIMESTAMP) && !walk.hiding();
    boolean payload = has(TEXT) || has(JSON);
    if (!sure || (has(TEXT) && has(JSON))) {
      return JsonWalk.UNSURE;
    }
    if (has(REQUEST) && !payload) {
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
    seen = 0;
    severity = LogSeverity.DEFAULT;
    log = "";
  }

  private boolean has(int bit) {
    return (seen & bit) != 0;
  }

  private int fields(byte[] from, int at) {
    int next = walk.first(from, at);
    while (JsonWalk.isKey(from, next)) {
      int value = walk.toValue(from, next);
      next = walk.next(from, value < 0 ? value : field(from, next + 1, value));
    }
    return JsonWalk.after(next);
  }

  private int field(byte[] from, int key, int at) {
    Field field = keys.of(from, key, walk.keyEnd());
    boolean again = has(field.bit);
    seen |= field.bit;
    return again ? JsonWalk.UNSURE : field.reader.read(from, at);
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
    int messages = 0;
    int next = walk.first(from, at);
    while (JsonWalk.isKey(from, next)) {
      int value = walk.toValue(from, next);
      boolean message = value >= 0 && MESSAGE.of(from, next + 1, walk.keyEnd());
      messages += message ? 1 : 0;
      int end = message ? text(from, value) : value;
      next = walk.next(from, message || value < 0 ? end : walk.value(from, value));
    }
    return messages == 1 ? JsonWalk.after(next) : JsonWalk.UNSURE;
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
    return has(RESOURCE) ? resource.revision() : "";
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
        has(REQUEST) ? Optional.of(request.served(bytes)) : Optional.empty();
    return new Entry(time.instant(), severity, log, itsText, "", served);
  }
}
