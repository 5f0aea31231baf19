package dev.stageproof.sandbox;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;

/** How JSON becomes the parts of a scenario that Jackson does not know by itself. */
final class ScenarioModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  ScenarioModule() {
    addDeserializer(Struct.class, new Payload());
  }

  private static final class Payload extends StdDeserializer<Struct> {
    private static final long serialVersionUID = 1L;

    Payload() {
      super(Struct.class);
    }

    @Override
    public Struct deserialize(JsonParser json, DeserializationContext context) throws IOException {
      JsonNode node = json.readValueAsTree();
      Struct.Builder struct = Struct.newBuilder();
      try {
        JsonFormat.parser().merge(node.toString(), struct);
      } catch (InvalidProtocolBufferException e) {
        return context.reportInputMismatch(Struct.class, "a JSON object is wanted: %s", e);
      }
      return struct.build();
    }
  }
}
