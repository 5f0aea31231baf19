package dev.stageproof.probes.image;

/**
 * How much of an image is read. What goes over a limit is not read at all, since a part of a file
 * system proves nothing.
 *
 * @param storedBytes size of a layer as it is stored, mostly compressed
 * @param layerBytes size of a layer unpacked
 * @param imageBytes size of all layers unpacked
 * @param entries files, folders and links of all layers, those included that a path implies
 * @param nameChars length of the paths of one layer's entries together
 * @param pathChars length of a path
 * @param depth folders inside each other
 * @param cacheBytes size of what the cache keeps when nobody uses it
 */
record Limits(
    long storedBytes,
    long layerBytes,
    long imageBytes,
    long entries,
    long nameChars,
    int pathChars,
    int depth,
    long cacheBytes) {
  private static final long GIB = 1L << 30;
  private static final long MAX_ENTRIES = 1_000_000;
  private static final long MAX_NAMES = 128L << 20;

  /** Linux's own: PATH_MAX. */
  private static final int MAX_PATH = 4096;

  private static final int MAX_DEPTH = 200;

  static Limits standard() {
    return new Limits(
        4 * GIB, 8 * GIB, 16 * GIB, MAX_ENTRIES, MAX_NAMES, MAX_PATH, MAX_DEPTH, 10 * GIB);
  }
}
