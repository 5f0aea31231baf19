package dev.stageproof.refdoc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stageproof.shape.Field;
import dev.stageproof.shape.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes one schema document; every nested record becomes one definition. */
final class SchemaWriter {

  private static final String ANY = "any";

  private final Dialect dialect;
  private final DefinitionNames names = new DefinitionNames();
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  SchemaWriter(Dialect dialect) {
    this.dialect = dialect;
  }

  ObjectNode document(Shape.Fields root, String id, String title) {
    ObjectNode schema = node();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", id);
    schema.put("title", title);
    schema.setAll(object(root));
    ObjectNode all = node();
    definitions.forEach(all::set);
    schema.set("$defs", all);
    return schema;
  }

  ObjectNode object(Shape.Fields shape) {
    ObjectNode properties = node();
    shape.fields().forEach(field -> properties.set(field.key(), property(field)));
    return closed(shape.doc(), properties, required(shape));
  }

  /** An object that takes no other keys. */
  static ObjectNode closed(String doc, ObjectNode properties, Collection<String> required) {
    ObjectNode schema = node();
    if (!doc.isEmpty()) {
      schema.put("description", doc);
    }
    schema.put("type", "object");
    schema.set("properties", properties);
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
    return schema.put("additionalProperties", false);
  }

  private ObjectNode property(Field field) {
    ObjectNode schema = node();
    if (!field.doc().isEmpty()) {
      schema.put("description", field.doc());
    }
    schema.setAll(value(field.shape(), field.required()));
    field.def().map(FlowText::parse).ifPresent(value -> schema.set("default", value));
    field.example().map(FlowText::parse).ifPresent(value -> schema.putArray("examples").add(value));
    return schema;
  }

  private ObjectNode value(Shape shape, boolean filled) {
    if (shape instanceof Shape.Scalar scalar) {
      return dialect.scalar(scalar);
    }
    if (shape instanceof Shape.Choice choice) {
      return choice(choice);
    }
    if (shape instanceof Shape.Many many) {
      return many(many, filled);
    }
    if (shape instanceof Shape.Table table) {
      return table(table, filled);
    }
    if (shape instanceof Shape.Fields fields) {
      return record(fields);
    }
    return shape instanceof Shape.Tagged tagged ? new TaggedSchema(this, tagged).write() : any();
  }

  private ObjectNode record(Shape.Fields fields) {
    ObjectNode whole = reference(define(fields));
    Optional<Field> shorthand = fields.shorthand().filter(key -> dialect == Dialect.CONFIG);
    if (shorthand.isEmpty()) {
      return whole;
    }
    ObjectNode schema = node();
    schema.putArray("anyOf").add(value(shorthand.get().shape(), false)).add(whole);
    return schema;
  }

  private ObjectNode choice(Shape.Choice choice) {
    ObjectNode schema = node();
    ArrayNode words = schema.putArray("anyOf");
    for (Shape.Option option : choice.options()) {
      words.add(word(option.word(), option.doc()));
    }
    dialect.variable().ifPresent(words::add);
    return schema;
  }

  static ObjectNode word(String word, String doc) {
    ObjectNode schema = node().put("const", word);
    return doc.isEmpty() ? schema : schema.put("description", doc);
  }

  private ObjectNode many(Shape.Many many, boolean filled) {
    ObjectNode list = node().put("type", "array");
    list.set("items", value(many.element(), false));
    if (filled) {
      list.put("minItems", 1);
    }
    if (!many.oneOrMany()) {
      return list;
    }
    ObjectNode schema = node();
    schema.putArray("anyOf").add(value(many.element(), false)).add(list);
    return schema;
  }

  private ObjectNode table(Shape.Table table, boolean filled) {
    ObjectNode schema = node().put("type", "object");
    schema.set("additionalProperties", value(table.value(), false));
    return filled ? schema.put("minProperties", 1) : schema;
  }

  private ObjectNode any() {
    if (dialect == Dialect.RECORD) {
      return node();
    }
    ObjectNode schema = node().put("description", "Any value but null.");
    ArrayNode types = schema.putArray("type");
    types.add("string").add("number").add("boolean").add("array").add("object");
    schema.set("items", reference(ANY));
    schema.set("additionalProperties", reference(ANY));
    definitions.put(ANY, schema);
    return reference(ANY);
  }

  /** The name of the definition of a record. */
  String define(Shape.Fields shape) {
    String name = names.of(shape.type());
    if (!definitions.containsKey(name)) {
      definitions.put(name, object(shape));
    }
    return name;
  }

  void define(String name, ObjectNode schema) {
    definitions.put(name, schema);
  }

  /** The keys that must be there. */
  List<String> required(Shape.Fields shape) {
    return shape.fields().stream().filter(dialect::required).map(Field::key).toList();
  }

  static ObjectNode reference(String definition) {
    return node().put("$ref", "#/$defs/" + definition);
  }

  static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
