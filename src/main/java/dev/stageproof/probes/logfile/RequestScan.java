package dev.stageproof.probes.logfile;

import dev.stageproof.probes.entries.ServedRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the request of an entry off raw bytes; see {@link RequestFields}. Not thread-safe. */
final class RequestScan {

  /** Of longer numbers the parser says what becomes of them. */
  private static final int STATUS_DIGITS = 3;

  private static final int DIGITS = 9;

  private final JsonWalk walk;
  private final Memo<String> agents = new Memo<>(Function.identity());

  private final Span method = new Span();
  private final Span url = new Span();
  private final Span status = new Span();
  private final Span agent = new Span();
  private final ObjectScan fields;
  private byte[] text = new byte[256];
  private int length;
  private Optional<Duration> took = Optional.empty();

  RequestScan(JsonWalk walk) {
    this.walk = walk;
    this.fields =
        new ObjectScan(
            walk,
            Map.of(
                "requestMethod", Field.once((bytes, at) -> text(method, bytes, at)),
                "requestUrl", Field.once((bytes, at) -> text(url, bytes, at)),
                "userAgent", Field.once((bytes, at) -> text(agent, bytes, at)),
                "status", Field.once(this::status),
                "latency", Field.once(this::latency)));
  }

  /** Reads the object at the position; see {@link JsonWalk} for the answer. */
  int read(byte[] bytes, int at) {
    method.clear();
    url.clear();
    status.clear();
    agent.clear();
    took = Optional.empty();
    return fields.read(bytes, at);
  }

  private int status(byte[] bytes, int at) {
    int end = JsonWalk.digits(bytes, at);
    status.set(at, end);
    boolean odd = end - at > STATUS_DIGITS || (bytes[at] == '0' && end - at > 1);
    return odd ? JsonWalk.UNSURE : end;
  }

  private int text(Span field, byte[] bytes, int at) {
    int end = walk.unescaped(bytes, at);
    field.set(at + 1, end - 1);
    return end;
  }

  private int latency(byte[] bytes, int at) {
    int end = walk.unescaped(bytes, at);
    return end >= 0 && duration(bytes, at + 1, end - 1) ? end : JsonWalk.UNSURE;
  }

  /** {@code 1.25s}: the JSON form of google.protobuf.Duration. */
  private boolean duration(byte[] bytes, int start, int stop) {
    int point = JsonWalk.digits(bytes, start);
    boolean fraction = point >= 0 && bytes[point] == '.';
    int end = fraction ? JsonWalk.digits(bytes, point + 1) : point;
    if (end != stop - 1
        || bytes[end] != 's'
        || point - start > DIGITS
        || end - point > DIGITS + 1) {
      return false;
    }
    int nanos = fraction ? number(bytes, point + 1, end) : 0;
    for (int digit = end - point - 1; fraction && digit < DIGITS; digit++) {
      nanos *= 10;
    }
    took = Optional.of(Duration.ofSeconds(number(bytes, start, point), nanos));
    return true;
  }

  private static int number(byte[] bytes, int start, int stop) {
    int number = 0;
    for (int at = start; at < stop; at++) {
      number = number * 10 + bytes[at] - '0';
    }
    return number;
  }

  /** The request that was read last. */
  ServedRequest served(byte[] bytes) {
    return new ServedRequest(
        number(bytes, status.from(), status.to()),
        took,
        agents.of(bytes, agent.from(), agent.to()));
  }

  /**
   * Writes the line that stands for the request that was read last.
   *
   * @return how long it is
   */
  int compose(byte[] bytes) {
    int most = method.length() + url.length() + status.length() + 3;
    text = most > text.length ? new byte[2 * most] : text;
    length = 0;
    append(bytes, method);
    text[length++] = ' ';
    append(bytes, url);
    text[length++] = ' ';
    append(bytes, status);
    if (status.missing()) {
      text[length++] = '0';
    }
    return length;
  }

  private void append(byte[] bytes, Span field) {
    System.arraycopy(bytes, field.from(), text, length, field.length());
    length += field.length();
  }

  /** The line that was composed last. */
  byte[] text() {
    return text;
  }
}
