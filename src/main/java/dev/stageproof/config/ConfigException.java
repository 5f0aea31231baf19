package dev.stageproof.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that can't be used, with everything that is wrong with it. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ConfigException(List<Problem> problems) {
    super(problems.get(0).message());
    this.problems = List.copyOf(problems);
  }

  /** At least one and at most {@value Problems#MOST}, from the top of the file to its end. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * All problems for a terminal: place, message, source line with a caret, hint. Plain text without
   * control characters but line feeds; ends with one.
   */
  public String render() {
    String all = problems.stream().map(Diagnostic::of).collect(Collectors.joining("\n"));
    return problems.size() == 1 ? all : all + "\n" + problems.size() + " problems\n";
  }
}
