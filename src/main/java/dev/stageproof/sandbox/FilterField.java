package dev.stageproof.sandbox;

import com.google.logging.v2.LogEntry;
import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field of log entries that a filter names. The rules for fields that an entry lacks: below a
 * payload, in the labels and in the resource's labels it is missing, and there are no values;
 * everywhere else it has its type's default.
 *
 * @param keyed whether it may be missing
 */
record FilterField(List<String> segments, Type type, boolean keyed) {

  /** What a field's values are. */
  enum Type {
    STRING,
    NUMBER,
    BOOLEAN,
    SEVERITY,
    TIMESTAMP,
    DURATION,
    /** Inside a JSON payload: each value tells its own type. */
    JSON,
    /** A part of the entry with fields of its own. */
    MESSAGE
  }

  /**
   * Finds the field.
   *
   * @throws FilterException when log entries have no such field
   */
  static FilterField of(Filter.Path path) {
    Descriptor within = LogEntry.getDescriptor();
    Type type = Type.MESSAGE;
    boolean keyed = false;
    for (int i = 0; i < path.segments().size(); i++) {
      if (type != Type.MESSAGE) {
        throw unknown(path);
      }
      if (dynamic(within)) {
        return new FilterField(path.segments(), Type.JSON, true);
      }
      FieldDescriptor field = field(within, path, i);
      keyed = keyed || field.isMapField() || field.getRealContainingOneof() != null;
      boolean key = field.isMapField() && ++i < path.segments().size();
      type = key ? Type.STRING : typeOf(field);
      within = type == Type.MESSAGE ? field.getMessageType() : within;
    }
    return new FilterField(path.segments(), type, keyed);
  }

  private static FieldDescriptor field(Descriptor within, Filter.Path path, int segment) {
    return within.getFields().stream()
        .filter(each -> each.getJsonName().equals(path.segments().get(segment)))
        .findFirst()
        .orElseThrow(() -> unknown(path));
  }

  private static FilterException unknown(Filter.Path path) {
    return new FilterException("unknown field '" + path + "'", path.position());
  }

  private static boolean dynamic(Descriptor message) {
    return message == Struct.getDescriptor() || message == Any.getDescriptor();
  }

  private static Type typeOf(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case STRING, BYTE_STRING -> Type.STRING;
      case INT, LONG, FLOAT, DOUBLE -> Type.NUMBER;
      case BOOLEAN -> Type.BOOLEAN;
      case ENUM -> Type.SEVERITY;
      case MESSAGE -> typeOf(field.getMessageType());
    };
  }

  private static Type typeOf(Descriptor message) {
    if (message == Timestamp.getDescriptor()) {
      return Type.TIMESTAMP;
    }
    return message == Duration.getDescriptor() ? Type.DURATION : Type.MESSAGE;
  }

  /** The field's values in this entry; none when it is missing, several from an array. */
  Stream<Object> values(LogEntry entry) {
    return FilterValues.below(entry, segments);
  }

  /** Whether the entry has the field, with a value that is not its type's default. */
  boolean present(LogEntry entry) {
    return values(entry).anyMatch(value -> keyed || !FilterValues.isDefault(value));
  }
}
