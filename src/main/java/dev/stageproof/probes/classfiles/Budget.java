package dev.stageproof.probes.classfiles;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;

/** What one look has read, held against its limits and its deadline. For one thread. */
final class Budget {

  /** Thrown by a stream over the budget; {@link #require()} tells the reason. */
  static final class Spent extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final Limits limits;
  private final ProbeContext context;
  private long entries;
  private long bytes;

  Budget(Limits limits, ProbeContext context) {
    this.limits = limits;
    this.context = context;
  }

  Limits limits() {
    return limits;
  }

  /** Counts one more file or entry; false when the look has to stop. */
  boolean entry() {
    entries++;
    return mayGoOn();
  }

  /** Counts one more jar entry; throws when the look has to stop. */
  void next() throws UnobservedException, InterruptedException {
    if (!entry()) {
      require();
    }
  }

  /** Counts bytes unpacked out of a nested jar; false when the look has to stop. */
  boolean bytes(long more) {
    bytes += more;
    return mayGoOn();
  }

  private boolean mayGoOn() {
    return entries <= limits.entries()
        && bytes <= limits.bytes()
        && !context.remaining().isZero()
        && !Thread.currentThread().isInterrupted();
  }

  /** Throws what the look has to stop for, if anything. */
  void require() throws UnobservedException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("reading class files was stopped");
    }
    if (entries > limits.entries()) {
      throw over("more than " + limits.entries() + " files and jar entries");
    }
    if (bytes > limits.bytes()) {
      throw over("more than " + limits.bytes() + " bytes in nested jars");
    }
    if (context.remaining().isZero()) {
      throw new UnobservedException(
          Gap.of(
              GapReason.TIMED_OUT,
              "reading class files took too long: " + entries + " files and jar entries so far",
              "Raise the check's `timeout`, or name fewer jars and folders."));
    }
  }

  private static UnobservedException over(String what) {
    return new UnobservedException(
        Gap.of(
            GapReason.MALFORMED,
            "the class path holds " + what + ", too much to be read",
            "Name fewer jars and folders; if that is right, one of them may be damaged."));
  }
}
