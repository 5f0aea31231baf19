package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.util.List;

/**
 * What was found in jars and folders.
 *
 * @param found every occurrence of an asked class, in class path order
 * @param scanned how many class files were seen, nested jars included
 * @param jars how many jars were opened, nested ones included
 * @param nearest for asked classes that were not found: names that look alike
 */
public record ClassFilesObservation(
    List<Found> found, long scanned, long jars, List<Nearest> nearest) implements Observation {

  /**
   * One occurrence.
   *
   * @param place the jar or folder; for a nested jar {@code app.jar!/BOOT-INF/lib/x.jar}
   * @param superName with dots; empty for java.lang.Object
   * @param methods names of the declared methods, without constructors, distinct
   */
  public record Found(
      String className,
      String place,
      String superName,
      List<String> interfaces,
      List<String> methods) {}

  /** Names that look like one that was not found; at most 3. */
  public record Nearest(String className, List<String> alike) {}

  /** The occurrences of one class. */
  public List<Found> of(String className) {
    return found.stream().filter(hit -> hit.className().equals(className)).toList();
  }
}
