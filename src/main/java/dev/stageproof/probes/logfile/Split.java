package dev.stageproof.probes.logfile;

/**
 * How files are split that several threads read. Where they are cut depends on the file alone, not
 * on the number of threads.
 *
 * @param length the length of a stretch in bytes; shorter files are read in one go
 * @param threads how many read at once; 1 or more
 */
record Split(long length, int threads) {
  private static final long LENGTH = 1 << 22;

  /** More would wait for memory and disk, and each holds a piece of the file. */
  private static final int MOST_THREADS = 4;

  /** What the machine can do. */
  static Split ofMachine() {
    return new Split(LENGTH, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  boolean pays(LogFile file) {
    return threads > 1 && file.isPlain() && file.stamp().size() > length;
  }
}
