package dev.stageproof.refdoc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stageproof.shape.Shape;
import java.io.UncheckedIOException;

/** Writes JSON Schemas, draft 2020-12 (json-schema.org/draft/2020-12). */
public final class JsonSchemas {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonSchemas() {}

  /**
   * The schema of a configuration, read with {@link dev.stageproof.shape.Naming#CONFIG}. Allows a
   * variable, {@code ${VAR}}, wherever the configuration does.
   *
   * @param id the address under which the schema is published
   * @return pretty JSON, ending with a line feed
   */
  public static String of(Shape.Fields root, String id, String title) {
    return text(new SchemaWriter(Dialect.CONFIG).document(root, id, title));
  }

  /**
   * The schema of a run record, read with {@link dev.stageproof.shape.Naming#RECORD}: every
   * component is written that is not an empty optional, and times are ISO 8601 texts.
   *
   * @param id the address under which the schema is published
   * @return pretty JSON, ending with a line feed
   */
  public static String ofRecord(Shape.Fields root, String id, String title) {
    return text(new SchemaWriter(Dialect.RECORD).document(root, id, title));
  }

  private static String text(ObjectNode schema) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators).withObjectIndenter(lines);
    try {
      return JSON.writer(printer).writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree of nodes is always JSON", e);
    }
  }
}
