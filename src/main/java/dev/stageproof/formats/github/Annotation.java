package dev.stageproof.formats.github;

import dev.stageproof.report.ForeignText;
import java.io.IOException;

/** One workflow command, {@code ::error title=…::…}. */
record Annotation(Level level, String title, String message) {

  /** How GitHub shows it. */
  enum Level {
    ERROR("error"),
    WARNING("warning"),
    NOTICE("notice");

    private final String command;

    Level(String command) {
      this.command = command;
    }
  }

  void writeTo(Appendable out) throws IOException {
    out.append("::").append(level.command).append(" title=").append(property(title));
    out.append("::").append(data(message)).append('\n');
  }

  /** The runner's own escapes; a line has no line breaks left, which would begin a new command. */
  private static String data(String text) {
    return ForeignText.withoutCommands(ForeignText.line(text)).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
