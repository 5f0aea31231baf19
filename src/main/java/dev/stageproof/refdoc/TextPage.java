package dev.stageproof.refdoc;

/** Plain text for a terminal of 80 columns. */
final class TextPage {

  private static final int COLUMNS = 80;

  private final StringBuilder text = new StringBuilder();

  void line(String line) {
    text.append(line).append('\n');
  }

  void blank() {
    text.append('\n');
  }

  /** A paragraph, indented; a word that is longer than the line stays whole. */
  void wrapped(int indent, String paragraph) {
    String margin = " ".repeat(indent);
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && indent + line.length() + 1 + word.length() > COLUMNS) {
        line(margin + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      line(margin + line);
    }
  }

  String text() {
    return text.toString();
  }
}
