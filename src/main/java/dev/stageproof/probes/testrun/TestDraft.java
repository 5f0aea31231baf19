package dev.stageproof.probes.testrun;

import static dev.stageproof.observe.TestRunObservation.LONGEST_MESSAGE;

import dev.stageproof.observe.TestRunObservation.Result;
import java.time.Duration;
import java.util.Optional;

/** A test case while it is read; the worst that is said of it counts. For one thread. */
final class TestDraft {

  private final String id;
  private final Duration took;
  private final StringBuilder text = new StringBuilder();
  private Result result = Result.PASSED;
  private boolean flaky;
  private boolean telling;
  private String message = "";

  TestDraft(String id, Duration took) {
    this.id = id;
    this.took = took;
  }

  /**
   * An element of the test case. Surefire's {@code rerunFailure} only repeats a {@code failure};
   * its {@code flakyFailure} stands in a test that passed in the end.
   */
  void child(String name, String itsMessage, String type) {
    flaky |= name.equals("flakyFailure") || name.equals("flakyError");
    Result said =
        switch (name) {
          case "failure" -> Result.FAILED;
          case "error" -> Result.ERROR;
          case "skipped" -> Result.SKIPPED;
          default -> Result.PASSED;
        };
    telling = said.compareTo(result) > 0;
    if (telling) {
      result = said;
      message = itsMessage.isBlank() ? type : itsMessage;
      text.setLength(0);
    }
  }

  /** Text of the element last given. */
  void text(String more) {
    if (telling && text.length() < LONGEST_MESSAGE) {
      text.append(more, 0, Math.min(more.length(), LONGEST_MESSAGE));
    }
  }

  ReportedTest finished() {
    String words = (message.isBlank() ? text.toString() : message).strip();
    Optional<String> shown = Optional.of(cut(words)).filter(some -> !some.isEmpty());
    return new ReportedTest(id, result, flaky && result == Result.PASSED, shown, took);
  }

  private static String cut(String words) {
    if (words.length() <= LONGEST_MESSAGE) {
      return words;
    }
    boolean split = Character.isHighSurrogate(words.charAt(LONGEST_MESSAGE - 1));
    return words.substring(0, split ? LONGEST_MESSAGE - 1 : LONGEST_MESSAGE) + "…";
  }
}
