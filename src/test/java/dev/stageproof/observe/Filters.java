package dev.stageproof.observe;

import dev.stageproof.model.Window;

/** Opens the filters that this package writes to tests of those who read them. */
public final class Filters {
  private Filters() {}

  public static String of(LogSource source, Window window, LogMatcher matcher) {
    return LogFilter.of(source, window, LogQuestions.matching(matcher)).get(0);
  }
}
