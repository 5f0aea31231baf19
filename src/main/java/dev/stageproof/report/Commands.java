package dev.stageproof.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shell commands that look again.
 *
 * @param text one after the other, whole, so that they can be copied
 * @param folded true when they are too long to stand between a report's lines
 */
public record Commands(String text, boolean folded) {

  /** Two lines of a wide page, and five of a phone's. */
  private static final int OPEN_LIMIT = 160;

  /** Empty when there are none. */
  static Optional<Commands> of(List<String> commands) {
    if (commands.isEmpty()) {
      return Optional.empty();
    }
    List<String> clean = commands.stream().map(ForeignText::clean).toList();
    boolean tooLong = clean.stream().anyMatch(command -> command.length() > OPEN_LIMIT);
    return Optional.of(new Commands(clean.stream().collect(Collectors.joining("\n")), tooLong));
  }
}
