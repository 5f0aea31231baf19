package dev.stageproof.probes.testrun;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;

/** What one look may search and read. For one thread. */
final class Budget {

  /** A glob from the root of a big source tree stays below it. */
  private static final int ENTRIES = 200_000;

  private static final int REPORTS = 5_000;
  private static final long BYTES = 256L << 20;

  private final ProbeContext context;
  private int entries;
  private int reports;
  private long bytes;

  Budget(ProbeContext context) {
    this.context = context;
  }

  /** Counts one more file or folder; false when the search has to stop. */
  boolean entry() {
    entries++;
    return mayGoOn();
  }

  /** Counts one more report; false when the search has to stop. */
  boolean report() {
    reports++;
    return mayGoOn();
  }

  /** Counts what was read. */
  void bytes(long more) {
    bytes += more;
  }

  private boolean mayGoOn() {
    return entries <= ENTRIES
        && reports <= REPORTS
        && !context.remaining().isZero()
        && !Thread.currentThread().isInterrupted();
  }

  /** Throws what the look has to stop for, if anything. */
  void require() throws UnobservedException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("reading test reports was stopped");
    }
    if (entries > ENTRIES || reports > REPORTS || bytes > BYTES) {
      throw tooMuch();
    }
    if (context.remaining().isZero()) {
      throw new UnobservedException(
          Gap.of(
              GapReason.TIMED_OUT,
              "reading the test reports took too long",
              "Raise the check's `timeout`, or let `reports` start in the folder that holds them."));
    }
  }

  private UnobservedException tooMuch() {
    String what =
        entries > ENTRIES
            ? "more than " + ENTRIES + " files and folders"
            : reports > REPORTS ? "more than " + REPORTS + " reports" : "more than 256 MiB";
    return new UnobservedException(
        Gap.of(
            GapReason.MALFORMED,
            "looking for the test reports found " + what + ", too much to be read",
            "Let `reports` start in the folder that holds them."));
  }
}
