package dev.stageproof.probes.entries;

import com.google.re2j.Matcher;
import dev.stageproof.observe.LogNumber;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogReadObservation.Measured;
import dev.stageproof.observe.LogSeverity;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads one number from entries: the first match of an entry counts. Not thread-safe.
 *
 * @see DecimalText
 */
final class NumberTally {
  private final LogNumber number;
  private final LogSeverity lowest;
  private final Search search;
  private final Values values = new Values();
  private Optional<Line> first = Optional.empty();
  private long unreadable;

  NumberTally(LogNumber number) {
    this.number = number;
    this.lowest = number.atLeast().orElse(LogSeverity.DEFAULT);
    this.search = new Search(number.pattern());
    if (search.groups() == 0) {
      throw new IllegalArgumentException("no group in " + number.pattern());
    }
  }

  LogNumber number() {
    return number;
  }

  void add(Entry entry) {
    if (entry.severity().compareTo(lowest) < 0) {
      return;
    }
    Optional<Matcher> match = search.first(entry.text());
    if (match.isPresent()) {
      read(Optional.ofNullable(match.get().group(1)).orElse(""), entry);
    }
  }

  private void read(String text, Entry entry) {
    OptionalDouble value = DecimalText.value(text);
    if (value.isEmpty()) {
      unreadable++;
      return;
    }
    values.add(value.getAsDouble());
    if (first.isEmpty()) {
      first = Optional.of(entry.line());
    }
  }

  /** Adds what later entries named; the other tally is of no use afterwards. */
  void addAll(NumberTally later) {
    unreadable += later.unreadable;
    values.addAll(later.values);
    first = first.or(() -> later.first);
  }

  Measured measured() {
    return new Measured(number, unreadable, values.distribution(), first);
  }
}
