package dev.stageproof.probes.entries;

import dev.stageproof.observe.LogReadObservation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks what differs between lines that mean the same. Deterministic, and linear in the text's
 * length: only words with a digit, a slash or an at sign are looked at closer, once from left to
 * right, by patterns whose every repetition is bounded or possessive.
 */
final class Masking {

  /** What of a line is looked at; a signature has {@link LogReadObservation#TEXT_LIMIT} at most. */
  private static final int LINE_LIMIT = 2000;

  private static final Pattern BLANKS = Pattern.compile("\\s++");
  private static final Pattern TIMES = Pattern.compile("<time>(?: <time>)++");

  private Masking() {}

  /**
   * The masked text in one line. Of several lines the first and the last stand for all: they name
   * the error in a stack trace of Java and in one of Python.
   */
  static String signature(String text) {
    List<String> lines = ends(text);
    String signature = String.join(" … ", lines.stream().map(Masking::line).toList());
    return CutText.of(signature);
  }

  /** The first and the last line that are not blank. */
  private static List<String> ends(String text) {
    String all = text.strip();
    int first = all.indexOf('\n');
    if (first < 0) {
      return List.of(all);
    }
    return List.of(all.substring(0, first), all.substring(all.lastIndexOf('\n') + 1));
  }

  private static String line(String line) {
    String start = line.length() > LINE_LIMIT ? line.substring(0, LINE_LIMIT) : line;
    String masked =
        BLANKS
            .splitAsStream(start.strip())
            .map(word -> plain(word) ? word : word(word))
            .collect(Collectors.joining(" "));
    return TIMES.matcher(masked).replaceAll("<time>");
  }

  private static boolean plain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c >= '0' && c <= '9') || c == '/' || c == '@' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static String word(String word) {
    Matcher matcher = Mask.ANY.matcher(word);
    return matcher.replaceAll(found -> Matcher.quoteReplacement(Mask.of(matcher)));
  }
}
