package dev.stageproof.formats.text;

import dev.stageproof.report.ForeignText;

/** Lines of text that is wrapped at words, with a hanging indent. */
final class Lines {
  static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  /** The whole text; no line of it is a command for a workflow runner. */
  String text() {
    return ForeignText.withoutCommands(text.toString());
  }

  void blank() {
    text.append('\n');
  }

  /** A heading with its underline. */
  void heading(String words) {
    blank();
    int start = text.length();
    wrapped("", words);
    text.append("-".repeat(Math.min(WIDTH, text.length() - start - 1))).append('\n');
  }

  /** As it is, however long: a command, to be copied. */
  void command(String words) {
    words.lines().forEach(line -> text.append("    ").append(line).append('\n'));
  }

  /**
   * Text behind a start; later lines are indented to where the text begins.
   *
   * @param start shorter than a line
   */
  void wrapped(String start, String words) {
    String indent = " ".repeat(start.length());
    String rest = words;
    String before = start;
    while (before.length() + rest.length() > WIDTH) {
      int end = end(rest, WIDTH - before.length());
      line(before + rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
      before = indent;
    }
    line(before + rest);
  }

  private void line(String words) {
    text.append(words.stripTrailing()).append('\n');
  }

  /**
   * Where to break: at the last blank that fits, within a word when half the line would stay empty,
   * never within a character.
   */
  private static int end(String words, int room) {
    int blank = words.lastIndexOf(' ', room);
    if (blank > room / 2) {
      return blank;
    }
    return Character.isHighSurrogate(words.charAt(room - 1)) ? room - 1 : room;
  }
}
