package dev.stageproof.cli;

import dev.stageproof.model.Outcome;
import dev.stageproof.model.Severity;
import dev.stageproof.spi.RunListener;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Shows how a run goes on: one line that is rewritten on a terminal, one line for each settled
 * check elsewhere. Safe for use by several threads.
 */
final class Progress implements RunListener, AutoCloseable {
  private static final int WIDTH = 79;
  private static final String ERASE_LINE = "\r\u001b[2K";
  private static final double MILLIS = 1000.0;

  private final Console console;
  private final Set<String> waiting = new LinkedHashSet<>();
  private int planned;
  private int settled;
  private boolean shown;

  private Progress(Console console) {
    this.console = console;
  }

  static Progress on(Console console) {
    return new Progress(console);
  }

  @Override
  public synchronized void planned(int checks) {
    planned = checks;
  }

  @Override
  public synchronized void creating(String what) {
    say("stageproof will create and delete " + what);
  }

  @Override
  public synchronized void told(String text) {
    say(text);
  }

  /** A line that stays, above the one that is rewritten. */
  private void say(String text) {
    if (shown) {
      console.err().print(ERASE_LINE);
    }
    console.line(Text.line(text));
    status();
  }

  @Override
  public synchronized void started(String check) {
    waiting.add(check);
    status();
  }

  @Override
  public synchronized void attempted(String check, int number, Outcome outcome, String headline) {
    if (!console.live() && console.verbosity() > 0) {
      console.line(
          "  " + check + ", attempt " + number + ": " + outcome + ", " + Text.line(headline));
    }
  }

  @Override
  public synchronized void finished(
      String check, Severity severity, Outcome outcome, String headline, Duration took) {
    settled++;
    waiting.remove(check);
    if (console.live()) {
      status();
    } else {
      console.line(
          String.format(
              Locale.ROOT,
              "[%d/%d] %s %s: %s (%.1f s)",
              settled,
              planned,
              console.word(outcome),
              check,
              Text.line(headline),
              took.toMillis() / MILLIS));
    }
  }

  @Override
  public synchronized void compared(String check, Outcome outcome, String headline, Duration took) {
    if (!console.live() && console.verbosity() > 0) {
      console.line("  " + check + " on the baseline: " + outcome + ", " + Text.line(headline));
    }
  }

  private void status() {
    if (!console.live() || console.quiet()) {
      return;
    }
    String line = settled + " of " + planned + " settled";
    if (!waiting.isEmpty()) {
      line += ", waiting for " + String.join(", ", waiting);
    }
    console.err().print(ERASE_LINE + Text.line(line, WIDTH));
    shown = true;
    console.err().flush();
  }

  /** Takes the status line away. */
  @Override
  public synchronized void close() {
    if (shown) {
      console.err().print(ERASE_LINE);
      console.err().flush();
      shown = false;
    }
  }
}
