package dev.stageproof.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Severity;
import dev.stageproof.model.TextForm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeReaderTest {

  /** A size in words. */
  @TextForm(pattern = "\\d+ft", hint = "a size such as 12ft")
  record Feet(int size) {
    static Feet parse(String text) {
      if (!text.matches("\\d{1,5}ft")) {
        throw new IllegalArgumentException("no feet: " + text);
      }
      return new Feet(Integer.parseInt(text.replace("ft", "")));
    }

    @Override
    public String toString() {
      return size + "ft";
    }
  }

  record Everything(
      String text,
      boolean truth,
      int small,
      long large,
      double broken,
      Instant at,
      Duration took,
      LocalDate day,
      Path file,
      Severity severity,
      Feet feet,
      Object any,
      Optional<Integer> maybe,
      List<List<Long>> rows,
      Map<String, Inner> inners) {}

  record Inner(int positive, List<Boolean> flags) {
    Inner {
      if (positive < 1) {
        throw new InvalidSetting("positive", "`positive` is 1 or more");
      }
    }
  }

  private static final Everything FULL =
      new Everything(
          "text",
          true,
          7,
          1L << 40,
          0.1,
          Instant.parse("2025-09-15T08:26:09.123456789Z"),
          Duration.ofMillis(-1),
          LocalDate.of(2026, 12, 31),
          Path.of("logs/a.json"),
          Severity.ADVISORY,
          new Feet(12),
          Map.of("k", List.of(1L, "x")),
          Optional.of(3),
          List.of(List.of(), List.of(1L, 2L)),
          Map.of("a", new Inner(1, List.of(true))));

  private static Map<String, Object> with(String key, Object value) {
    Map<String, Object> tree = Trees.of(FULL);
    tree.put(key, value);
    return tree;
  }

  private static void assertRefused(Map<String, Object> tree, String message) {
    assertThatThrownBy(() -> TreeReader.read(Everything.class, tree))
        .isInstanceOf(MisfitException.class)
        .hasMessage(message);
  }

  @Test
  void readsBackEveryKindOfComponent() throws MisfitException {
    assertThat(TreeReader.read(Everything.class, Trees.of(FULL))).isEqualTo(FULL);
  }

  @Test
  void everyRunRecordIsReadBackAsItWas() {
    qt().withExamples(100)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              RunRecord record = AnyRecord.of(RunRecord.class, seed);
              assertThat(reread(RunRecord.class, Trees.of(record))).isEqualTo(record);
            });
  }

  private static <R extends Record> R reread(Class<R> type, Map<String, Object> tree) {
    try {
      return TreeReader.read(type, tree);
    } catch (MisfitException e) {
      throw new AssertionError(e);
    }
  }

  /** One node of a record's tree is something else: that is refused by its path, or taken. */
  @Test
  void whateverStandsInTheTreeTheAnswerIsARecordOrAMisfit() {
    qt().withExamples(500)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              Object spoilt =
                  spoilt(Trees.of(AnyRecord.of(RunRecord.class, seed % 20)), random, 12);
              if (spoilt instanceof Map<?, ?> tree) {
                assertAnswered(tree);
              }
            });
  }

  private static void assertAnswered(Map<?, ?> tree) {
    try {
      TreeReader.read(RunRecord.class, tree);
    } catch (MisfitException e) {
      assertThat(e.path()).isNotEmpty();
      assertThat(e).hasMessageStartingWith(e.path() + ": ");
    }
  }

  private static Object spoilt(Object node, Random random, int depth) {
    if (node instanceof Map<?, ?> map && !map.isEmpty() && depth > 0) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      List<Object> keys = new ArrayList<>(map.keySet());
      Object key = keys.get(random.nextInt(keys.size()));
      copy.put(key, spoilt(copy.get(key), random, depth - 1));
      return copy;
    }
    if (node instanceof List<?> list && !list.isEmpty() && depth > 0) {
      List<Object> copy = new ArrayList<>(list);
      int index = random.nextInt(copy.size());
      copy.set(index, spoilt(copy.get(index), random, depth - 1));
      return copy;
    }
    Object[] others = {null, "x", 5L, 1.5, true, List.of("x"), new HashMap<>(Map.of("x", 1))};
    return others[random.nextInt(others.length)];
  }

  @Test
  void unknownKeysArePassedBy() throws MisfitException {
    assertThat(TreeReader.read(Everything.class, with("later", Map.of()))).isEqualTo(FULL);
  }

  @Test
  void whatMayBeEmptyMayBeAbsent() throws MisfitException {
    Map<String, Object> tree = Trees.of(FULL);
    tree.keySet().removeAll(List.of("truth", "maybe", "rows", "inners"));

    Everything read = TreeReader.read(Everything.class, tree);

    assertThat(read.truth()).isFalse();
    assertThat(read.maybe()).isEmpty();
    assertThat(read.rows()).isEmpty();
    assertThat(read.inners()).isEmpty();
  }

  @Test
  void whatHasToBeThereIsMissedByItsPath() {
    Map<String, Object> tree = Trees.of(FULL);
    tree.remove("severity");
    assertRefused(tree, "severity: is missing");
    assertRefused(
        with("inners", Map.of("a b", Map.of("flags", List.of()))),
        "inners.a b.positive: is missing");
  }

  @Test
  void saysWhatWasExpectedAndWhatWasFound() {
    assertRefused(
        with("small", 1L << 40),
        "small: expected a whole number of int size, found `1099511627776`");
    assertRefused(with("large", 1.5), "large: expected a whole number of long size, found `1.5`");
    assertRefused(with("truth", "yes"), "truth: expected true or false, found the text `yes`");
    assertRefused(with("text", 5), "text: expected a text, found `5`");
    assertRefused(with("broken", "x"), "broken: expected a number, found the text `x`");
    assertRefused(
        with("at", "yesterday"),
        "at: expected a UTC time such as 2026-09-15T08:26:09Z, found the text `yesterday`");
    assertRefused(
        with("took", "5s"),
        "took: expected a length of time such as PT1M30.5S, found the text `5s`");
    assertRefused(with("day", List.of()), "day: expected a date such as 2026-12-31, found a list");
    assertRefused(
        with("severity", "MINOR"),
        "severity: expected one of BLOCKING, ADVISORY, found the text `MINOR`");
    assertRefused(
        with("feet", "tall"), "feet: expected a size such as 12ft, found the text `tall`");
    assertRefused(with("rows", Map.of()), "rows: expected a list, found an object");
    assertRefused(
        with("rows", List.of(List.of(), List.of(1L, "x"))),
        "rows[1][1]: expected a whole number of long size, found the text `x`");
    assertRefused(with("inners", "x"), "inners: expected an object, found the text `x`");
    assertRefused(
        with("inners", Map.of("a", List.of())), "inners.a: expected an object, found a list");
  }

  @Test
  void aConstructorsRefusalIsAMisfit() {
    assertRefused(
        with("inners", Map.of("a", Map.of("positive", 0))), "inners.a: `positive` is 1 or more");
  }

  @Test
  void foreignTextCanNotBreakTheMessage() {
    assertRefused(
        with("truth", "\u001b[31m\nred " + "x".repeat(100)),
        "truth: expected true or false, found the text `\uFFFD[31m\uFFFDred "
            + "x".repeat(50)
            + "…`");
  }
}
