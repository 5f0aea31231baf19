package dev.stageproof.probes.classfiles;

/**
 * How much one look may read. Whoever goes over a limit gets no answer, since a search that stopped
 * early proves no absence.
 *
 * @param entries files and jar entries, all places together
 * @param depth jars inside each other: 1 is a jar in a jar
 * @param classBytes size of a class file that is asked for
 * @param bytes read out of nested jars, unpacked, all places together
 */
record Limits(long entries, int depth, int classBytes, long bytes) {

  private static final long MAX_ENTRIES = 1_000_000;
  private static final int MAX_DEPTH = 3;
  private static final int MAX_CLASS_BYTES = 16 << 20;
  private static final long MAX_BYTES = 4L << 30;

  static Limits standard() {
    return new Limits(MAX_ENTRIES, MAX_DEPTH, MAX_CLASS_BYTES, MAX_BYTES);
  }
}
