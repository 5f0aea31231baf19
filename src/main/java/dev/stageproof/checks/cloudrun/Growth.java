package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.TextForm;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How much more something may be than it was, in percent. */
@TextForm(pattern = Growth.FORM, hint = "a share with its sign, such as 10% or 2.5%")
public record Growth(BigDecimal percent) {

  static final String FORM = "\\d{1,4}(\\.\\d{1,2})?%";
  private static final Pattern PATTERN = Pattern.compile(FORM);
  private static final int WHOLE = 100;

  /**
   * Reads a share.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static Growth parse(String text) {
    if (!PATTERN.matcher(text).matches()) {
      throw new IllegalArgumentException("`" + text + "` is not a share such as 10% or 2.5%");
    }
    return new Growth(new BigDecimal(text.substring(0, text.length() - 1)));
  }

  /** What the change from one size to another is, in percent; negative when it became less. */
  static double between(long before, long after) {
    return (after - before) * (double) WHOLE / before;
  }

  /** Exact, so that a growth of just as much is allowed. */
  boolean allows(long before, long after) {
    BigDecimal most = BigDecimal.valueOf(before).multiply(percent.add(BigDecimal.valueOf(WHOLE)));
    return BigDecimal.valueOf(after).multiply(BigDecimal.valueOf(WHOLE)).compareTo(most) <= 0;
  }

  @Override
  public String toString() {
    return percent.toPlainString() + "%";
  }
}
