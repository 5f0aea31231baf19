package dev.stageproof.probes.imageclasses;

import java.nio.file.Path;

/** Paths of an image, written with slashes. */
final class Paths {

  private static final String ALL_JARS = "/*";

  private Paths() {}

  /** A path as a program in a directory understands it; {@code *} at the end is kept. */
  static String at(String directory, String written) {
    boolean jars = written.equals("*") || written.endsWith(ALL_JARS);
    String path = jars ? written.substring(0, written.length() - 1) : written;
    String whole = Path.of(directory).resolve(path).normalize().toString();
    return jars ? (whole.equals("/") ? whole : whole + "/") + "*" : whole;
  }
}
