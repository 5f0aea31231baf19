package dev.stageproof.probes.classfiles;

/**
 * How much one look may read. Whoever goes over a limit gets no answer, since a search that stopped
 * early proves no absence.
 *
 * @param entries files and jar entries, all places together
 * @param depth jars inside each other: 1 is a jar in a jar
 * @param classBytes size of a class file that is asked for
 * @param bytes unpacked out of nested jars that are compressed, all places together
 * @param listBytes size of one jar's list of entries
 */
record Limits(long entries, int depth, int classBytes, long bytes, long listBytes) {

  private static final long MAX_ENTRIES = 1_000_000;
  private static final int MAX_DEPTH = 3;
  private static final int MAX_CLASS_BYTES = 16 << 20;
  private static final long MAX_BYTES = 4L << 30;
  private static final long MAX_LIST_BYTES = 32L << 20;

  static Limits standard() {
    return new Limits(MAX_ENTRIES, MAX_DEPTH, MAX_CLASS_BYTES, MAX_BYTES, MAX_LIST_BYTES);
  }
}
