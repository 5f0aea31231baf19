package dev.stageproof.probes.logfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.stageproof.probes.entries.ServedRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of an entry's request, as texts; one that is missing is empty.
 *
 * @see <a
 *     href="https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#httprequest">HttpRequest</a>
 */
record RequestFields(Map<String, String> fields) {

  private static final Pattern STATUS = Pattern.compile("[0-9]{1,9}");

  /** The JSON form of google.protobuf.Duration. */
  private static final Pattern DURATION = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?s");

  private static final int NANO_DIGITS = 9;

  /** Reads the object whose beginning is the parser's token. */
  static RequestFields read(JsonParser parser) throws IOException, Unreadable {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw new Unreadable("no log entry: `httpRequest` is not an object");
    }
    Map<String, String> fields = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      if (parser.nextToken().isStructStart()) {
        parser.skipChildren();
      } else if (!parser.hasToken(JsonToken.VALUE_NULL)) {
        fields.put(key, parser.getText());
      }
    }
    return new RequestFields(fields);
  }

  String text() {
    return "%s %s %d".formatted(field("requestMethod"), field("requestUrl"), status());
  }

  ServedRequest served() {
    return new ServedRequest(status(), latency(), field("userAgent"));
  }

  private int status() {
    String status = field("status");
    return STATUS.matcher(status).matches() ? Integer.parseInt(status) : 0;
  }

  private Optional<Duration> latency() {
    String latency = field("latency");
    if (!DURATION.matcher(latency).matches()) {
      return Optional.empty();
    }
    BigDecimal seconds = new BigDecimal(latency.substring(0, latency.length() - 1));
    long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(NANO_DIGITS).longValueExact();
    return Optional.of(Duration.ofSeconds(seconds.longValue(), nanos));
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
