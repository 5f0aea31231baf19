package dev.stageproof.probes.logfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Makes an entry of one JSON object, as Google's JSON form of LogEntry says. What is not needed is
 * skipped, but must be JSON; of a key that comes twice the last one counts. Not thread-safe.
 *
 * @see <a href="https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry">LogEntry</a>
 */
final class EntryParser {

  /** Foreign keys must not fill the memory. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  /**
   * Parses what stands between two positions.
   *
   * @throws Unreadable when that is not one JSON object, or no log entry
   */
  ParsedEntry parse(byte[] bytes, int from, int to) throws Unreadable {
    try (JsonParser parser = JSON.createParser(bytes, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Unreadable("not a JSON object");
      }
      EntryFields fields = new EntryFields(parser);
      fields.read();
      if (parser.nextToken() != null) {
        throw new Unreadable("more than one JSON value");
      }
      return fields.entry();
    } catch (JsonProcessingException e) {
      throw new Unreadable("not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can always be read", e);
    }
  }
}
