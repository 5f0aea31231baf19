package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.TextForm;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount of processor time, in thousandths of a CPU.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
@TextForm(
    pattern = "\\d{1,6}m|\\d{1,3}(\\.\\d{1,3})?",
    hint = "an amount of CPU, such as 1000m, 1 or 0.5")
public record CpuAmount(long thousandths) implements Comparable<CpuAmount> {

  private static final Pattern FORM = Pattern.compile("\\d{1,6}m|\\d{1,3}(\\.\\d{1,3})?");
  private static final int WHOLE = 1000;

  /**
   * Reads an amount.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static CpuAmount parse(String text) {
    return ofLimit(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`" + text + "` is not an amount of CPU, such as 1000m, 1 or 0.5"));
  }

  /** Reads a limit as Cloud Run tells it; empty when it is something else. */
  static Optional<CpuAmount> ofLimit(String quantity) {
    if (!FORM.matcher(quantity).matches()) {
      return Optional.empty();
    }
    if (quantity.endsWith("m")) {
      return Optional.of(
          new CpuAmount(Long.parseLong(quantity.substring(0, quantity.length() - 1))));
    }
    return Optional.of(new CpuAmount(new BigDecimal(quantity).movePointRight(3).longValueExact()));
  }

  @Override
  public int compareTo(CpuAmount other) {
    return Long.compare(thousandths, other.thousandths);
  }

  @Override
  public String toString() {
    return thousandths % WHOLE == 0 ? String.valueOf(thousandths / WHOLE) : thousandths + "m";
  }
}
