package dev.stageproof.refdoc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stageproof.shape.Field;
import dev.stageproof.shape.Shape;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The schema of a record whose further keys depend on a word. It is a chain of conditions rather
 * than {@code oneOf}, so that a validator tells what is wrong with the variant that was meant.
 */
record TaggedSchema(SchemaWriter writer, Shape.Tagged shape) {

  ObjectNode write() {
    ObjectNode schema = SchemaWriter.node().put("type", "object");
    ObjectNode key = schema.putObject("properties").putObject(shape.key());
    key.put("description", "What kind it is; the other keys depend on it.");
    ArrayNode words = key.putArray("anyOf");
    schema.putArray("required").add(shape.key());
    ArrayNode cases = schema.putArray("allOf");
    shape
        .variants()
        .forEach(
            (word, own) -> {
              words.add(SchemaWriter.word(word, own.doc()));
              String name = shape.key() + "." + word;
              writer.define(name, variant(word, own));
              cases.add(when(word, name));
            });
    return schema;
  }

  private ObjectNode when(String word, String definition) {
    ObjectNode condition = SchemaWriter.node();
    condition.putObject("properties").putObject(shape.key()).put("const", word);
    condition.putArray("required").add(shape.key());
    ObjectNode schema = SchemaWriter.node();
    schema.set("if", condition);
    schema.set("then", SchemaWriter.reference(definition));
    return schema;
  }

  /** Repeats the common keys by reference: only a list of all keys can exclude others. */
  private ObjectNode variant(String word, Shape.Fields own) {
    String common = writer.define(shape.common());
    ObjectNode properties = SchemaWriter.node();
    for (Field field : shape.common().fields()) {
      properties.set(field.key(), SchemaWriter.reference(common + "/properties/" + field.key()));
    }
    properties.set(shape.key(), SchemaWriter.node().put("const", word));
    properties.setAll((ObjectNode) writer.object(own).get("properties"));
    Set<String> required = new LinkedHashSet<>(writer.required(shape.common()));
    required.add(shape.key());
    required.addAll(writer.required(own));
    return SchemaWriter.closed(own.doc(), properties, required);
  }
}
