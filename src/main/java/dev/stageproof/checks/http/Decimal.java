package dev.stageproof.checks.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stageproof.model.TextForm;
import java.math.BigDecimal;

/** An exact number to compare with. */
@TextForm(pattern = Decimal.FORM, hint = Decimal.HINT)
public record Decimal(BigDecimal value) implements Comparable<Decimal> {

  static final String FORM = "-?[0-9]{1,18}(\\.[0-9]{1,18})?";
  static final String HINT = "a number such as 5 or 99.5";

  public static Decimal parse(String text) {
    if (!text.matches(FORM)) {
      throw new IllegalArgumentException("`" + text + "` is not " + HINT);
    }
    return new Decimal(new BigDecimal(text));
  }

  /** False for anything but a number. */
  boolean isAtMost(JsonNode node) {
    return node.isNumber() && value.compareTo(node.decimalValue()) <= 0;
  }

  /** False for anything but a number. */
  boolean isAtLeast(JsonNode node) {
    return node.isNumber() && value.compareTo(node.decimalValue()) >= 0;
  }

  @Override
  public int compareTo(Decimal other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
