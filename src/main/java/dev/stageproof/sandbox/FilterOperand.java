package dev.stageproof.sandbox;

import com.google.logging.type.LogSeverity;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.NullValue;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.stageproof.sandbox.Filter.Literal;
import dev.stageproof.sandbox.Filter.Operator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The right-hand side of a comparison: what a value must be like. */
final class FilterOperand {
  private final Operator operator;
  private final Literal literal;

  private FilterOperand(Operator operator, Literal literal) {
    this.operator = operator;
    this.literal = literal;
  }

  /**
   * The test of one value.
   *
   * @throws FilterException when the literal or the operator does not go with the type
   */
  static Predicate<Object> of(FilterField.Type type, Operator operator, Literal literal) {
    FilterOperand operand = new FilterOperand(operator, literal);
    return operator.regex() ? operand.regex(type) : operand.comparison(type);
  }

  private Predicate<Object> regex(FilterField.Type type) {
    if (type != FilterField.Type.STRING && type != FilterField.Type.JSON) {
      throw wrong(operator.sign() + " needs a field of strings");
    }
    if (!literal.quoted()) {
      throw wrong(operator.sign() + " needs a pattern in double quotes");
    }
    try {
      Pattern pattern = Pattern.compile(literal.text());
      boolean wanted = operator == Operator.MATCHES;
      return value -> value instanceof String text && pattern.matcher(text).find() == wanted;
    } catch (PatternSyntaxException e) {
      throw wrong("invalid regular expression: " + e.getDescription());
    }
  }

  private Predicate<Object> comparison(FilterField.Type type) {
    return switch (type) {
      case STRING -> text();
      case NUMBER -> number().orElseThrow(() -> wrong("a number is wanted"));
      case BOOLEAN -> flag().orElseThrow(() -> wrong("true or false is wanted"));
      case SEVERITY -> severity();
      case TIMESTAMP -> timestamp();
      case DURATION -> duration();
      case JSON -> json();
      case MESSAGE -> within();
    };
  }

  private Predicate<Object> text() {
    String folded = FilterText.fold(literal.text());
    if (operator == Operator.HAS) {
      return value -> value instanceof String text && FilterText.fold(text).contains(folded);
    }
    return value ->
        value instanceof String text && operator.admits(FilterText.fold(text).compareTo(folded));
  }

  private Optional<Predicate<Object>> number() {
    return FilterText.number(literal.text())
        .map(
            wanted ->
                value ->
                    value instanceof Number seen
                        && operator.admits(Double.compare(seen.doubleValue(), wanted)));
  }

  private Optional<Predicate<Object>> flag() {
    return FilterText.flag(literal.text())
        .map(
            wanted ->
                value -> value instanceof Boolean seen && operator.admits(seen.compareTo(wanted)));
  }

  /** By name, whatever its case, or by number; in the order of the numbers. */
  private Predicate<Object> severity() {
    String name = literal.text().toUpperCase(Locale.ROOT);
    EnumValueDescriptor named = LogSeverity.getDescriptor().findValueByName(name);
    double wanted =
        Optional.ofNullable(named)
            .map(constant -> (double) constant.getNumber())
            .or(() -> FilterText.number(name))
            .orElseThrow(() -> wrong("a severity is wanted"));
    return ordered(EnumValueDescriptor.class, seen -> Double.compare(seen.getNumber(), wanted));
  }

  private Predicate<Object> timestamp() {
    Timestamp wanted =
        FilterText.timestamp(literal.text()).orElseThrow(() -> wrong("a timestamp is wanted"));
    return ordered(Timestamp.class, seen -> Timestamps.compare(seen, wanted));
  }

  private Predicate<Object> duration() {
    Duration wanted =
        FilterText.duration(literal.text())
            .orElseThrow(() -> wrong("a duration such as \"1.5s\" is wanted"));
    return ordered(Duration.class, seen -> Durations.compare(seen, wanted));
  }

  private <T> Predicate<Object> ordered(Class<T> type, ToIntFunction<T> compare) {
    return value -> type.isInstance(value) && operator.admits(compare.applyAsInt(type.cast(value)));
  }

  /** A JSON value decides by its own type which reading of the literal counts. */
  private Predicate<Object> json() {
    if (!literal.quoted() && literal.text().equals(NullValue.NULL_VALUE.name())) {
      boolean wanted = operator.admits(0);
      return value -> (value == NullValue.NULL_VALUE) == wanted;
    }
    Predicate<Object> any = text();
    any = number().map(any::or).orElse(any);
    any = flag().map(any::or).orElse(any);
    return operator == Operator.HAS ? any.or(within()) : any;
  }

  /** A text somewhere below a part of the entry. */
  private Predicate<Object> within() {
    if (operator != Operator.HAS) {
      throw wrong(operator.sign() + " needs a field with a value of its own");
    }
    String folded = FilterText.fold(literal.text());
    return value ->
        FilterValues.texts(value).anyMatch(text -> FilterText.fold(text).contains(folded));
  }

  private FilterException wrong(String problem) {
    return new FilterException(problem + ", found '" + literal.text() + "'", literal.position());
  }
}
