package dev.stageproof.checks.classpresence;

import java.nio.file.Path;
import java.util.List;

/** The places as the user wrote them, and where they are. */
record ClassPath(List<String> written, Path directory) {

  private static final String ALL_JARS = "/*";

  /** Absolute, in the same order. */
  List<String> places() {
    return written.stream().map(this::place).toList();
  }

  private String place(String text) {
    boolean jars = text.endsWith(ALL_JARS);
    String path = jars ? text.substring(0, text.length() - ALL_JARS.length()) : text;
    String place = directory.toAbsolutePath().resolve(path).normalize().toString();
    return jars ? place + ALL_JARS : place;
  }

  /** A place that was looked at, in the user's own words. */
  String shown(String place) {
    for (String text : written) {
      String whole = place(text);
      boolean inside = place.startsWith(whole + "!/") || place.startsWith(whole + "/");
      if (place.equals(whole) || inside) {
        return text + place.substring(whole.length());
      }
      String folder = whole.substring(0, whole.length() - 1);
      if (whole.endsWith(ALL_JARS) && place.startsWith(folder)) {
        return text.substring(0, text.length() - 1) + place.substring(folder.length());
      }
    }
    return place;
  }
}
