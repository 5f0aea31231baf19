package dev.stageproof.probes.logfile;

import dev.stageproof.spi.UnobservedException;
import java.io.IOException;

/**
 * Reads the entries of the input one after another. What can't be read as an entry is noted and
 * passed by. Not thread-safe.
 */
final class EntryReader {
  private final ObjectStream objects;
  private final Intake intake;
  private EntryScan scan = new EntryScan(true);
  private final EntryParser parser = new EntryParser();

  EntryReader(ObjectStream objects, Intake intake) {
    this.objects = objects;
    this.intake = intake;
  }

  /** Reads everything. */
  void read() throws IOException, UnobservedException, InterruptedException {
    boolean array = false;
    while (objects.advance()) {
      if (array != objects.inArray()) {
        array = objects.inArray();
        scan = new EntryScan(!array);
      }
      one();
    }
    if (objects.inArray()) {
      intake.unreadable(objects.place(), "the array is cut off");
    }
  }

  /**
   * Reads lines.
   *
   * @return false where an array begins, whose end only the whole input shows
   */
  boolean readLines() throws IOException, UnobservedException, InterruptedException {
    while (objects.advance() && !objects.inArray()) {
      one();
    }
    return !objects.inArray();
  }

  private void one() throws IOException, UnobservedException, InterruptedException {
    int end = scan.read(objects.bytes(), objects.start());
    if (objects.endsAt(end)) {
      scanned(end);
    } else {
      unsure();
    }
  }

  private void scanned(int end) {
    if (intake.offer(scan)) {
      objects.take(end);
    } else {
      parse(end);
    }
  }

  private void unsure() throws IOException, UnobservedException, InterruptedException {
    int end = objects.end();
    if (objects.tooLong(end)) {
      intake.unreadable(
          objects.place(),
          "longer than " + Pieces.LONGEST_OBJECT + " bytes, too long for an entry");
      objects.skip();
    } else if (end == ObjectEnd.NOT_HERE) {
      objects.more();
    } else {
      parse(end);
    }
  }

  private void parse(int end) {
    try {
      intake.add(parser.parse(objects.bytes(), objects.start(), end));
    } catch (Unreadable e) {
      intake.unreadable(objects.place(), e.getMessage());
    }
    objects.take(end);
  }
}
