package dev.stageproof.sandbox;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.io.IOException;

/** How JSON becomes the parts of a scenario that Jackson does not know by itself. */
final class ScenarioModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  ScenarioModule() {
    addDeserializer(Struct.class, new Payload());
  }

  /** By hand, because protobuf's own reader of JSON brings a second JSON library to life. */
  private static final class Payload extends StdDeserializer<Struct> {
    private static final long serialVersionUID = 1L;

    Payload() {
      super(Struct.class);
    }

    @Override
    public Struct deserialize(JsonParser json, DeserializationContext context) throws IOException {
      JsonNode node = json.readValueAsTree();
      return node.isObject()
          ? struct(node)
          : context.reportInputMismatch(Struct.class, "a JSON object is wanted");
    }

    private static Struct struct(JsonNode node) {
      Struct.Builder struct = Struct.newBuilder();
      node.properties().forEach(entry -> struct.putFields(entry.getKey(), value(entry.getValue())));
      return struct.build();
    }

    private static Value value(JsonNode node) {
      Value.Builder value = Value.newBuilder();
      return switch (node.getNodeType()) {
        case OBJECT -> value.setStructValue(struct(node)).build();
        case ARRAY -> value.setListValue(list(node)).build();
        case NUMBER -> value.setNumberValue(node.doubleValue()).build();
        case BOOLEAN -> value.setBoolValue(node.booleanValue()).build();
        case NULL -> value.setNullValue(NullValue.NULL_VALUE).build();
        default -> value.setStringValue(node.asText()).build();
      };
    }

    private static ListValue list(JsonNode node) {
      ListValue.Builder list = ListValue.newBuilder();
      node.forEach(element -> list.addValues(value(element)));
      return list.build();
    }
  }
}
