package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.TextForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size in memory with its unit, binary or decimal.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
@TextForm(
    pattern = "\\d{1,9}(Ki|Mi|Gi|K|M|G)",
    hint = "a size with its unit, such as 512Mi, 1Gi or 500M")
public record DataSize(long bytes) implements Comparable<DataSize> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(Ki|Mi|Gi|K|M|G)");
  private static final Map<String, Long> UNITS = units();

  /** From the largest down, so that a size is written in the largest unit that divides it. */
  private static Map<String, Long> units() {
    Map<String, Long> units = new LinkedHashMap<>();
    units.put("Gi", 1L << 30);
    units.put("G", 1_000_000_000L);
    units.put("Mi", 1L << 20);
    units.put("M", 1_000_000L);
    units.put("Ki", 1L << 10);
    units.put("K", 1_000L);
    return units;
  }

  /**
   * Reads a size.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static DataSize parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "`" + text + "` is not a size with its unit, such as 512Mi, 1Gi or 500M");
    }
    return new DataSize(Long.parseLong(matcher.group(1)) * UNITS.get(matcher.group(2)));
  }

  /** Reads a limit as Cloud Run tells it: with a unit, or a bare number of bytes. */
  static Optional<DataSize> ofLimit(String quantity) {
    if (quantity.matches("\\d{1,15}")) {
      return Optional.of(new DataSize(Long.parseLong(quantity)));
    }
    String upper = quantity.endsWith("k") ? quantity.replace("k", "K") : quantity;
    return FORM.matcher(upper).matches() ? Optional.of(parse(upper)) : Optional.empty();
  }

  @Override
  public int compareTo(DataSize other) {
    return Long.compare(bytes, other.bytes);
  }

  @Override
  public String toString() {
    return UNITS.entrySet().stream()
        .filter(unit -> bytes % unit.getValue() == 0)
        .findFirst()
        .map(unit -> bytes / unit.getValue() + unit.getKey())
        .orElse(bytes + " bytes");
  }
}
