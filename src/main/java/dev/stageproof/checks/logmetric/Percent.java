package dev.stageproof.checks.logmetric;

import dev.stageproof.model.TextForm;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share.
 *
 * @param value hundredths of a whole, 0 to 100
 */
@TextForm(pattern = "\\d{1,3}(\\.\\d{1,6})?%", hint = "a share such as 1% or 0.5%")
public record Percent(double value) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");
  private static final double WHOLE = 100;

  /**
   * Reads a share.
   *
   * @throws IllegalArgumentException when the text is something else, or more than the whole
   */
  public static Percent parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || Double.parseDouble(matcher.group(1)) > WHOLE) {
      throw new IllegalArgumentException(
          "`" + text + "` is not a share from 0% to 100%, such as 1% or 0.5%");
    }
    return new Percent(Double.parseDouble(matcher.group(1)));
  }

  @Override
  public String toString() {
    return Quantity.plain(value) + "%";
  }
}
