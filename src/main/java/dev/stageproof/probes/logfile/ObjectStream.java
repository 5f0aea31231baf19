package dev.stageproof.probes.logfile;

import dev.stageproof.spi.UnobservedException;
import java.io.IOException;

/**
 * Cuts the input into the JSON objects that it holds: one a line, or the elements of an array. An
 * array's end may be followed by another array or by lines, as exports written one after another
 * are. Not thread-safe.
 */
final class ObjectStream {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Pieces pieces;
  private boolean markIsPassed;
  private boolean array;
  private boolean lost;
  private long line;
  private long element = 1;

  private ObjectStream(Pieces pieces, long line, boolean markIsPassed) {
    this.pieces = pieces;
    this.line = line;
    this.markIsPassed = markIsPassed;
  }

  /** The objects of an input, which may begin with a mark of the byte order. */
  static ObjectStream of(Pieces whole) {
    return new ObjectStream(whole, 1, false);
  }

  /**
   * The objects of an input from the beginning of a line on.
   *
   * @param line the number of that line
   */
  static ObjectStream from(long line, Pieces pieces) {
    return new ObjectStream(pieces, line, true);
  }

  private void passMark() throws IOException, UnobservedException, InterruptedException {
    pieces.more();
    byte[] bytes = pieces.bytes();
    int mark = 0;
    while (mark < BYTE_ORDER_MARK.length && bytes[mark] == BYTE_ORDER_MARK[mark]) {
      mark++;
    }
    pieces.release(mark == BYTE_ORDER_MARK.length ? mark : 0);
    markIsPassed = true;
  }

  /**
   * Goes to the beginning of the next object.
   *
   * @return false at the end of the input, or of what can be told apart in it
   */
  boolean advance() throws IOException, UnobservedException, InterruptedException {
    if (!markIsPassed) {
      passMark();
    }
    while (!lost) {
      pieces.release(nextToken());
      if (pieces.start() == pieces.end()) {
        if (!pieces.more()) {
          return false;
        }
      } else if (pieces.bytes()[pieces.start()] == (array ? ']' : '[')) {
        array = !array;
        element = 1;
        pieces.release(pieces.start() + 1);
      } else {
        return true;
      }
    }
    return false;
  }

  private int nextToken() {
    byte[] bytes = pieces.bytes();
    int at = pieces.start();
    while (at < pieces.end() && isBetween(bytes[at])) {
      line += bytes[at] == '\n' ? 1 : 0;
      at++;
    }
    return at;
  }

  private boolean isBetween(byte letter) {
    return isBlank(letter) || letter == '\n' || (array && letter == ',');
  }

  private static boolean isBlank(byte letter) {
    return letter == ' ' || letter == '\t' || letter == '\r';
  }

  /** True for the elements of an array, false for lines. */
  boolean inArray() {
    return array;
  }

  /** Where the object is. */
  Place place() {
    return array ? Place.entry(element) : Place.line(line);
  }

  /** The line that was come to. */
  long line() {
    return line;
  }

  byte[] bytes() {
    return pieces.bytes();
  }

  int start() {
    return pieces.start();
  }

  /** True when an object that ends at the position is the whole of its line or element. */
  boolean endsAt(int position) {
    if (position < 0 || position - pieces.start() > Pieces.LONGEST_OBJECT) {
      return false;
    }
    byte[] bytes = pieces.bytes();
    int at = position;
    while (isBlank(bytes[at]) || (array && bytes[at] == '\n')) {
      at++;
    }
    boolean delimited = array ? bytes[at] == ',' || bytes[at] == ']' : bytes[at] == '\n';
    return delimited || (at == pieces.end() && pieces.ended());
  }

  /** Goes behind the object, which ends at the position. */
  void take(int position) {
    element++;
    pieces.release(position);
  }

  /**
   * Finds the end of the object, whatever its form, as far as it is in memory. The rest of the
   * input is an object as well, and so is everything after a fault that brackets can't be trusted
   * behind.
   *
   * @return {@link ObjectEnd#NOT_HERE} when {@link #more()} is needed to tell
   */
  int end() {
    ObjectEnd end = new ObjectEnd(!array);
    int found = end.in(pieces.bytes(), pieces.start(), pieces.end());
    lost = end.broken() || found == pieces.start();
    boolean rest = lost || (found == ObjectEnd.NOT_HERE && pieces.ended());
    return rest ? pieces.end() : found;
  }

  /** True when the object, as far as the position or as far as it is known, is too long. */
  boolean tooLong(int end) {
    int known = end == ObjectEnd.NOT_HERE ? pieces.end() : end;
    return known - pieces.start() > Pieces.LONGEST_OBJECT;
  }

  /** Reads on. */
  void more() throws IOException, UnobservedException, InterruptedException {
    pieces.more();
  }

  /** Goes behind the object without holding it. */
  void skip() throws IOException, UnobservedException, InterruptedException {
    ObjectEnd end = new ObjectEnd(!array);
    boolean on = true;
    while (on) {
      int found = end.in(pieces.bytes(), pieces.start(), pieces.end());
      pieces.release(found == ObjectEnd.NOT_HERE ? pieces.end() : found);
      lost = end.broken();
      on = found == ObjectEnd.NOT_HERE && !lost && pieces.more();
    }
    element++;
  }
}
