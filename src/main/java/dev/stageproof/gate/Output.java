package dev.stageproof.gate;

import java.util.Optional;

/**
 * A report that was asked for: {@code -o KIND=PATH}, or {@code -o KIND:ARGUMENT=PATH}.
 *
 * @param kind a report format's kind
 * @param argument what the format needs besides: the template of {@code template:FILE=PATH}
 * @param path a file, or a folder (existing, or ending with a slash) for a file named after the
 *     run; empty for standard output
 */
public record Output(String kind, Optional<String> argument, Optional<String> path) {

  private static final String STANDARD_OUTPUT = "-";

  public Output(String kind, Optional<String> path) {
    this(kind, Optional.empty(), path);
  }

  /**
   * Reads {@code KIND=PATH}; {@code -} is standard output.
   *
   * @throws UsageException when it is something else
   */
  public static Output parse(String text) throws UsageException {
    int equals = text.indexOf('=');
    String head = text.substring(0, Math.max(0, equals));
    int colon = head.indexOf(':');
    String kind = colon < 0 ? head : head.substring(0, colon);
    if (kind.isEmpty() || equals == text.length() - 1 || colon == head.length() - 1) {
      throw new UsageException(
          "`-o " + text + "` is not KIND=PATH; for example `-o markdown=report.md` or `-o json=-`");
    }
    String path = text.substring(equals + 1);
    return new Output(
        kind,
        colon < 0 ? Optional.empty() : Optional.of(head.substring(colon + 1)),
        path.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(path));
  }
}
