package dev.stageproof.shape;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes records of any class up, as wild as their constructors allow. */
public final class AnyRecord {
  private static final int TRIES = 1000;
  private static final List<String> TEXTS =
      List.of(
          "",
          "e1",
          "https://example.com/ä?q=1",
          "say \"hi\"\\ \n\t\u0000 <b> | `x` 🦊",
          "2025-09-15T08:26:09Z",
          "PT5S",
          "null",
          "\u202Eabc",
          "1e400");

  private final Random random;

  private AnyRecord(Random random) {
    this.random = random;
  }

  /** The record that the seed stands for; the same for the same seed. */
  public static <R extends Record> R of(Class<R> type, long seed) {
    return new AnyRecord(new Random(seed)).record(type);
  }

  private <R extends Record> R record(Class<R> type) {
    IllegalArgumentException last = new IllegalArgumentException("not tried");
    for (int i = 0; i < TRIES; i++) {
      List<Object> parts = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        parts.add(value(component.getGenericType()));
      }
      try {
        return Components.create(type, parts.toArray());
      } catch (IllegalArgumentException refused) {
        last = refused;
      }
    }
    throw new IllegalStateException("no values please " + type, last);
  }

  private Object value(Type type) {
    Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    if (raw == Optional.class) {
      return random.nextBoolean() ? Optional.empty() : Optional.of(value(argument(type, 0)));
    }
    if (raw == List.class) {
      return several().mapToObj(i -> value(argument(type, 0))).toList();
    }
    if (raw == Map.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      several().forEach(i -> map.put("key " + i, value(argument(type, 1))));
      return map;
    }
    return raw.isRecord() ? record(raw.asSubclass(Record.class)) : scalar(raw);
  }

  private IntStream several() {
    return IntStream.range(0, random.nextInt(3));
  }

  private Object scalar(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    return switch (type.getSimpleName()) {
      case "String" -> TEXTS.get(random.nextInt(TEXTS.size()));
      case "boolean", "Boolean" -> random.nextBoolean();
      case "int", "Integer" -> random.nextInt();
      case "long", "Long" -> random.nextLong();
      case "double", "Double" -> random.nextGaussian() * 1e9;
      case "Instant" -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
      case "Duration" -> Duration.ofNanos(random.nextLong());
      case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(40_000));
      case "Object" -> anything();
      default -> throw new IllegalStateException("not made up yet: " + type);
    };
  }

  private Object anything() {
    return switch (random.nextInt(6)) {
      case 0 -> List.of(scalar(String.class), scalar(long.class));
      case 1 -> Map.of("nested", scalar(double.class), "truth", scalar(boolean.class));
      case 2 -> scalar(long.class);
      case 3 -> scalar(double.class);
      case 4 -> scalar(boolean.class);
      default -> scalar(String.class);
    };
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
