package dev.stageproof.gate;

import java.util.Optional;

/**
 * A report that was asked for: {@code -o KIND=PATH}.
 *
 * @param kind a report format's kind
 * @param path a file, or a folder (existing, or ending with a slash) for a file named after the
 *     run; empty for standard output
 */
public record Output(String kind, Optional<String> path) {

  private static final String STANDARD_OUTPUT = "-";

  /**
   * Reads {@code KIND=PATH}; {@code -} is standard output.
   *
   * @throws UsageException when it is something else
   */
  public static Output parse(String text) throws UsageException {
    int equals = text.indexOf('=');
    if (equals <= 0 || equals == text.length() - 1) {
      throw new UsageException(
          "`-o " + text + "` is not KIND=PATH; for example `-o markdown=report.md` or `-o json=-`");
    }
    String path = text.substring(equals + 1);
    return new Output(
        text.substring(0, equals),
        path.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(path));
  }
}
