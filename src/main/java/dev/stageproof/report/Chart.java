package dev.stageproof.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Amounts side by side as bars, laid out so that a format only has to draw them; each bar carries
 * its words, so that the chart can be read where it can't be seen.
 *
 * @param bars from left to right
 * @param width of the drawing, in units of its own
 * @param height of the drawing, in the same units; as high as the highest bar
 * @param highest what the highest bar stands for
 */
public record Chart(List<Bar> bars, int width, int height, String highest) {
  private static final int HEIGHT = 100;
  private static final int STEP = 10;
  private static final int GAP = 2;

  /**
   * One amount.
   *
   * @param name "12:24:30 UTC", "attempt 2"
   * @param value "12", "8.04 s"
   * @param x of the upper left corner, from the drawing's left
   * @param y of the upper left corner, from the drawing's top
   * @param width the same for every bar of a chart
   * @param height 0 for nothing at all, and only then
   */
  public record Bar(String name, String value, int x, int y, int width, int height) {}

  /**
   * What a bar stands for.
   *
   * @param size not negative
   */
  record Amount(String name, String value, double size) {}

  /** Of at least one amount. */
  static Chart of(List<Amount> amounts) {
    Amount highest = Collections.max(amounts, (one, other) -> Double.compare(one.size, other.size));
    List<Bar> bars = new ArrayList<>();
    for (Amount amount : amounts) {
      int height = height(amount.size, highest.size);
      bars.add(
          new Bar(
              amount.name, amount.value, bars.size() * STEP, HEIGHT - height, STEP - GAP, height));
    }
    return new Chart(List.copyOf(bars), bars.size() * STEP - GAP, HEIGHT, highest.value);
  }

  /** The highest fills the drawing; anything at all shows. */
  private static int height(double size, double highest) {
    return size > 0 ? (int) Math.ceil(size / highest * HEIGHT) : 0;
  }
}
