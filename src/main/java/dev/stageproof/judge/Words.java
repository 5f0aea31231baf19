package dev.stageproof.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How counts and lists are put into a sentence. */
final class Words {
  private static final int SHOWN = 3;

  private Words() {}

  /** "a", "a and b", "a, b and c", "a, b, c and 2 more". */
  static String list(List<String> items) {
    List<String> shown = new ArrayList<>(items.subList(0, Math.min(SHOWN, items.size())));
    if (items.size() > SHOWN) {
      shown.add(items.size() - SHOWN + " more");
    }
    int last = shown.size() - 1;
    return last < 1
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, last)) + " and " + shown.get(last);
  }

  /** The same for items that hold commas themselves: "a; b; c; and 2 more". */
  static String series(List<String> items) {
    String shown = String.join("; ", items.subList(0, Math.min(SHOWN, items.size())));
    return items.size() > SHOWN ? shown + "; and " + (items.size() - SHOWN) + " more" : shown;
  }

  /** "1 entry", "4,312 entries". */
  static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }

  /** The text without a full stop at its end, so that a sentence can go on after it. */
  static String open(String text) {
    String trimmed = text.strip();
    return trimmed.endsWith(".") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
  }
}
