package dev.stageproof.gate;

import java.util.List;
import java.util.stream.Collectors;

/** A report could not be written. The message is complete, for the user. */
public final class ReportException extends Exception {
  private static final long serialVersionUID = 1L;

  public ReportException(String message, Throwable cause) {
    super(message, cause);
  }

  /** All of them in one; there is at least one. */
  static ReportException of(List<ReportException> all) {
    String messages =
        all.stream().map(Throwable::getMessage).distinct().collect(Collectors.joining("\n"));
    return new ReportException(messages, all.get(0).getCause());
  }
}
