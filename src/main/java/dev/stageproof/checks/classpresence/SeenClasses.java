package dev.stageproof.checks.classpresence;

import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.observe.ClassFilesObservation.Spot;
import dev.stageproof.observe.ClassFilesObservation.Variant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was seen, in words.
 *
 * @param path empty in an image, whose paths are shown as they are
 * @param javaKnown false where it is not known which variants of a multi-release jar count
 */
record SeenClasses(ClassFilesObservation classes, Optional<ClassPath> path, boolean javaKnown) {

  static final String NAME_JAVA = "Name the Java that loads the classes in `java-release`.";

  /** "412 classes". */
  String count() {
    return classes.scanned() + (classes.scanned() == 1 ? " class" : " classes");
  }

  String shown(String place) {
    return path.map(written -> written.shown(place)).orElse(place);
  }

  /** Where a class is, the first place first; the path within it where that is not the usual. */
  String places(List<Found> found) {
    return found.stream().map(this::place).collect(Collectors.joining(", "));
  }

  private String place(Found hit) {
    Spot spot = hit.spot();
    boolean usual = spot.entry().equals(hit.className().replace('.', '/') + ".class");
    return shown(spot.place()) + (usual ? "" : " (" + spot.entry() + ")");
  }

  /** True when it depends on the Java, which is not known, whether the class is there. */
  boolean doubtful(String className) {
    return !javaKnown
        && classes.of(className).isEmpty()
        && !classes.variantsOf(className).isEmpty();
  }

  /** "for Java 17 and newer in lib/a.jar"; empty when there are none. */
  String variants(String className) {
    return classes.variantsOf(className).stream()
        .map(other -> release(other) + " in " + shown(other.place()))
        .collect(Collectors.joining(", "));
  }

  static String release(Variant other) {
    return other.release() == 0 ? "for any Java" : "for Java " + other.release() + " and newer";
  }

  /** The names that look like one that is missing, as a sentence. */
  Optional<String> nearest(String className) {
    return classes
        .missing(className)
        .filter(one -> !one.alike().isEmpty())
        .map(one -> "Nearest names: " + String.join(", ", one.alike()) + ".");
  }
}
