package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether two results answer the same question: a check of one name may change between runs. */
final class SameQuestion {
  private SameQuestion() {}

  static boolean asked(CheckResult one, CheckResult other) {
    return one.type().equals(other.type()) && plain(one.settings()).equals(plain(other.settings()));
  }

  /** A number read back from a record may have become another kind of number. */
  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new TreeMap<>();
      map.forEach((key, entry) -> plain.put(String.valueOf(key), plain(entry)));
      return plain;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SameQuestion::plain).toList();
    }
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros()
        : value;
  }
}
