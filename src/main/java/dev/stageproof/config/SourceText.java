package dev.stageproof.config;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file's text and its lines as they are shown.
 *
 * @param file the file as the user named it
 * @param text the text as it was read, without a byte order mark
 * @param lines its lines, made printable
 */
record SourceText(String file, String text, List<String> lines) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The line breaks that YAML 1.2 knows (section 5.4). */
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  static SourceText of(String file, String raw) {
    String text = raw.startsWith(BYTE_ORDER_MARK) ? raw.substring(1) : raw;
    List<String> lines = Arrays.stream(LINE_BREAK.split(text, -1)).map(Printable::oneLine).toList();
    return new SourceText(file, text, lines);
  }

  /** The line as it is shown; line 1 is the first. Empty for the whole file and beyond its end. */
  String line(int number) {
    return number > 0 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  /** Where the code unit at the given index stands. */
  Span spanAt(int index) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < index; i++) {
      if (breaksAt(i)) {
        line++;
        start = i + 1;
      }
    }
    return new Span(line, text.codePointCount(start, index) + 1, 1);
  }

  /** A carriage return before a line feed breaks no line of its own. */
  private boolean breaksAt(int index) {
    char c = text.charAt(index);
    return c == '\n' || (c == '\r' && !text.startsWith("\n", index + 1));
  }
}
