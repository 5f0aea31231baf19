package dev.stageproof.refdoc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stageproof.shape.Field;
import dev.stageproof.shape.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What differs between a file that people write and one that stageproof writes. */
enum Dialect {
  /** YAML: scalars need no quotes, and may be made of variables. */
  CONFIG {
    @Override
    boolean required(Field field) {
      return field.required();
    }

    @Override
    ObjectNode scalar(Shape.Scalar scalar) {
      if (!JSON_TYPES.containsKey(scalar.type())) {
        return text(scalar.pattern());
      }
      ObjectNode schema = node();
      String type = JSON_TYPES.get(scalar.type());
      if (scalar.pattern().filter(WHOLE_NUMBER).isPresent()) {
        return schema.put("const", Long.parseLong(scalar.pattern().get()));
      }
      schema.putArray("type").add(type).add("string");
      return schema.put("pattern", VARIABLE);
    }

    @Override
    Optional<ObjectNode> variable() {
      return Optional.of(node().put("type", "string").put("pattern", VARIABLE));
    }

    /** The text's pattern decides which scalars need no quotes: `200` for a status, not `30`. */
    private ObjectNode text(Optional<String> pattern) {
      List<String> types = new ArrayList<>(List.of("string"));
      Predicate<String> fits = Pattern.compile(pattern.orElse(".*")).asMatchPredicate();
      if (fits.test("true")) {
        types.add("boolean");
      }
      if (DECIMALS.stream().anyMatch(fits)) {
        types.add("number");
      } else if (WHOLE_NUMBERS.stream().anyMatch(fits)) {
        types.add("integer");
      }
      ObjectNode schema = node();
      if (types.size() == 1) {
        schema.put("type", "string");
      } else {
        types.forEach(schema.putArray("type")::add);
      }
      pattern.ifPresent(p -> schema.put("pattern", anchored(p) + "|" + VARIABLE));
      return schema;
    }
  },
  /** JSON as the run record is written. */
  RECORD {
    @Override
    boolean required(Field field) {
      return !field.optional();
    }

    @Override
    ObjectNode scalar(Shape.Scalar scalar) {
      String type = JSON_TYPES.getOrDefault(scalar.type(), "string");
      ObjectNode schema = node().put("type", type);
      Optional<String> pattern =
          scalar.type() == Duration.class ? Optional.of(ISO_DURATION) : scalar.pattern();
      pattern.ifPresent(p -> schema.put("pattern", anchored(p)));
      return schema;
    }

    @Override
    Optional<ObjectNode> variable() {
      return Optional.empty();
    }
  };

  private static final Map<Class<?>, String> JSON_TYPES =
      Map.of(
          boolean.class, "boolean",
          int.class, "integer",
          long.class, "integer",
          double.class, "number");

  /** A text that holds a variable; what it stands for can't be known before the run. */
  private static final String VARIABLE = "\\$\\{[A-Za-z_]";

  /** What {@link Duration#toString()} writes. */
  private static final String ISO_DURATION =
      "PT(?=[-0-9])(-?\\d+H)?(-?\\d+M)?(-?\\d+(\\.\\d{1,9})?S)?";

  private static final Predicate<String> WHOLE_NUMBER =
      Pattern.compile("\\d{1,9}").asMatchPredicate();

  /** Numbers that YAML takes for such without quotes; a pattern that fits one allows them. */
  private static final List<String> WHOLE_NUMBERS =
      List.of("0", "1", "7", "10", "42", "100", "200", "443", "1000", "8080");

  private static final List<String> DECIMALS = List.of("0.5", "1.5", "99.9", "12.25");

  /** True when the key must be there. */
  abstract boolean required(Field field);

  abstract ObjectNode scalar(Shape.Scalar scalar);

  /** What may stand for any scalar; empty when nothing may. */
  abstract Optional<ObjectNode> variable();

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String anchored(String pattern) {
    return "^(?:" + pattern + ")$";
  }
}
