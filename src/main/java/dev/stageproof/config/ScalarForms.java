package dev.stageproof.config;

import dev.stageproof.shape.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the Java value out of a scalar; empty when the scalar is something else. */
final class ScalarForms {

  /**
   * No length of time in a configuration is longer: Cloud Logging keeps entries for 3,650 days at
   * most (cloud.google.com/logging/quotas, "Custom retention").
   */
  static final Duration LONGEST = Duration.ofDays(3650);

  private static final Map<Class<?>, Function<Scalar, Optional<?>>> FORMS =
      Map.of(
          String.class, scalar -> Optional.of(scalar.text()),
          boolean.class, ScalarForms::truth,
          long.class, ScalarForms::whole,
          int.class, scalar -> whole(scalar).filter(ScalarForms::fits).map(Long::intValue),
          double.class, ScalarForms::number,
          Duration.class, scalar -> length(scalar.text()),
          Instant.class, scalar -> instant(scalar.text()),
          LocalDate.class, scalar -> date(scalar.text()));

  private ScalarForms() {}

  static boolean known(Class<?> type) {
    return FORMS.containsKey(type);
  }

  static Optional<Object> read(Class<?> type, Scalar scalar) {
    return FORMS.get(type).apply(scalar).map(Object.class::cast);
  }

  /** A number or truth value as its tag says. */
  static Optional<Object> core(Scalar scalar) {
    Optional<?> value =
        scalar.is(Tag.BOOL) ? truth(scalar) : scalar.is(Tag.INT) ? whole(scalar) : number(scalar);
    return value.map(Object.class::cast);
  }

  private static boolean fits(long value) {
    return value == (int) value;
  }

  private static Optional<Boolean> truth(Scalar scalar) {
    return switch (scalar.is(Tag.BOOL) ? scalar.text().toLowerCase(Locale.ROOT) : "") {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Long> whole(Scalar scalar) {
    if (!scalar.is(Tag.INT)) {
      return Optional.empty();
    }
    String text = scalar.text();
    try {
      if (text.startsWith("0x")) {
        return Optional.of(Long.parseLong(text.substring(2), 16));
      }
      return Optional.of(
          text.startsWith("0o") ? Long.parseLong(text.substring(2), 8) : Long.parseLong(text));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private static Optional<Double> number(Scalar scalar) {
    if (scalar.is(Tag.INT)) {
      return whole(scalar).map(Long::doubleValue);
    }
    try {
      return scalar.is(Tag.FLOAT)
          ? Optional.of(Double.valueOf(scalar.text())).filter(Double::isFinite)
          : Optional.empty();
    } catch (NumberFormatException infinity) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> length(String text) {
    try {
      return Durations.parse(text).filter(length -> length.compareTo(LONGEST) <= 0);
    } catch (ArithmeticException tooLong) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      // Unlike Instant.parse, this takes a time without seconds.
      OffsetDateTime time = OffsetDateTime.parse(text);
      return Optional.of(time)
          .filter(given -> given.getOffset().equals(ZoneOffset.UTC))
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
