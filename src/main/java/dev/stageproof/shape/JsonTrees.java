package dev.stageproof.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Trees as JSON. Read are objects without duplicate keys, at most {@value #MOST_BYTES} bytes long
 * and {@value #MOST_LEVELS} levels deep; whole numbers become longs.
 */
public final class JsonTrees {

  /** Read whole, a document takes several times its size; the launcher gives the JVM 256 MiB. */
  public static final int MOST_BYTES = 48 * 1024 * 1024;

  private static final int MOST_LEVELS = 200;

  private JsonTrees() {}

  /** Text that is not the JSON of a tree; the message says where and why. */
  public static final class NotJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    NotJsonException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads one object and closes the stream.
   *
   * @throws IOException when the stream can't be read
   */
  public static Map<String, Object> read(InputStream in) throws IOException, NotJsonException {
    try (JsonParser parser = Mappers.READER.createParser(in)) {
      if (parser.nextToken() == null) {
        throw new NotJsonException("it is empty", null);
      }
      Object tree = Mappers.READER.readValue(parser, Object.class);
      if (parser.nextToken() != null) {
        String where = place(parser.currentTokenLocation());
        throw new NotJsonException(where + "something follows the object", null);
      }
      if (tree instanceof Map<?, ?>) {
        return asObject(tree);
      }
      throw new NotJsonException("line 1: " + Shown.node(tree) + " instead of an object", null);
    } catch (JsonProcessingException e) {
      throw new NotJsonException(place(e.getLocation()) + reason(e), e);
    }
  }

  /** Keys of JSON objects are strings. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> asObject(Object tree) {
    return (Map<String, Object>) tree;
  }

  private static String place(JsonLocation at) {
    return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  /** Jackson appends to some messages a second line that names its own classes and settings. */
  private static String reason(JsonProcessingException e) {
    return Shown.sentence(e.getOriginalMessage().lines().findFirst().orElse("not JSON"));
  }

  /**
   * Canonical: UTF-8 without white space, keys sorted at every level. Half a surrogate pair becomes
   * a question mark, as in every file that is written.
   */
  static byte[] canonical(Map<String, Object> tree) {
    try {
      return Mappers.CANONICAL.writeValueAsString(tree).getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always JSON", e);
    }
  }

  /** For people and tools: indented by two blanks, line feeds, the last one at the end. */
  public static String printed(Map<String, Object> tree) {
    try {
      return Mappers.PRINTER.writeValueAsString(tree) + '\n';
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always JSON", e);
    }
  }

  /** Jackson's own printer ends lines as the operating system does. */
  private static DefaultPrettyPrinter printer() {
    var separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    var lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
  }

  /** Made at the first use, so that the other readers of shapes don't pay for them. */
  private static final class Mappers {
    static final JsonMapper READER =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_BYTES)
                            .maxNestingDepth(MOST_LEVELS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    static final JsonMapper CANONICAL =
        JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    static final ObjectWriter PRINTER = JsonMapper.builder().build().writer(printer());
  }
}
