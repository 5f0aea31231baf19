package dev.stageproof.sandbox;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import java.util.List;
import java.util.stream.Stream;

/** Walks through the values of a log entry. */
final class FilterValues {
  private FilterValues() {}

  /** The values at a path below a message. JSON values come as String, Double, Boolean, null. */
  static Stream<Object> below(Message message, List<String> segments) {
    if (segments.isEmpty()) {
      return Stream.of(message);
    }
    if (message instanceof Struct struct) {
      Value value = struct.getFieldsMap().get(segments.get(0));
      return value == null ? Stream.empty() : json(value, rest(segments));
    }
    return message.getDescriptorForType().getFields().stream()
        .filter(field -> field.getJsonName().equals(segments.get(0)))
        .flatMap(field -> field(message, field, rest(segments)));
  }

  private static Stream<Object> field(Message message, FieldDescriptor field, List<String> rest) {
    if (field.getRealContainingOneof() != null && !message.hasField(field)) {
      return Stream.empty();
    }
    if (field.isMapField() && !rest.isEmpty()) {
      return elements(message, field)
          .map(value -> (MapEntry<?, ?>) value)
          .filter(entry -> entry.getKey().equals(rest.get(0)))
          .map(MapEntry::getValue);
    }
    return elements(message, field)
        .flatMap(value -> value instanceof Message part ? below(part, rest) : Stream.of(value));
  }

  private static Stream<?> elements(Message message, FieldDescriptor field) {
    Object value = message.getField(field);
    return value instanceof List<?> list ? list.stream() : Stream.of(value);
  }

  private static Stream<Object> json(Value value, List<String> rest) {
    return switch (value.getKindCase()) {
      case LIST_VALUE ->
          value.getListValue().getValuesList().stream().flatMap(each -> json(each, rest));
      case STRUCT_VALUE -> below(value.getStructValue(), rest);
      default -> rest.isEmpty() ? Stream.of(scalar(value)) : Stream.empty();
    };
  }

  private static Object scalar(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> value.getStringValue();
      case NUMBER_VALUE -> value.getNumberValue();
      case BOOL_VALUE -> value.getBoolValue();
      default -> NullValue.NULL_VALUE;
    };
  }

  private static List<String> rest(List<String> segments) {
    return segments.subList(1, segments.size());
  }

  /** Every value somewhere in the message, as text; names of fields and keys are not values. */
  static Stream<String> texts(Object value) {
    if (value instanceof Timestamp || value instanceof Duration) {
      return Stream.empty();
    }
    if (value instanceof MapEntry<?, ?> entry) {
      return texts(entry.getValue());
    }
    if (value instanceof Message message) {
      return message.getAllFields().values().stream().flatMap(FilterValues::texts);
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(FilterValues::texts);
    }
    return Stream.of(value instanceof EnumValueDescriptor name ? name.getName() : value.toString());
  }

  static boolean isDefault(Object value) {
    if (value instanceof Message message) {
      return message.equals(message.getDefaultInstanceForType());
    }
    if (value instanceof Number number) {
      return number.doubleValue() == 0;
    }
    if (value instanceof EnumValueDescriptor constant) {
      return constant.getNumber() == 0;
    }
    return value.equals("") || value.equals(false);
  }
}
