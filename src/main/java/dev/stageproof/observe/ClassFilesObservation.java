package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.util.List;
import java.util.Optional;

/**
 * What was found in jars and folders.
 *
 * @param found every occurrence of an asked class that Java would load, in class path order
 * @param variants occurrences in multi-release jars that it would not
 * @param missing the asked classes that were not found
 * @param places the class path that was searched, in order; without nested jars
 * @param scanned how many classes were seen, nested jars included; of several variants one
 * @param jars how many jars were opened, nested ones included
 */
public record ClassFilesObservation(
    List<Found> found,
    List<Variant> variants,
    List<Missing> missing,
    List<Place> places,
    long scanned,
    long jars)
    implements Observation {

  /** One occurrence: where, and what the class file says. */
  public record Found(String className, Spot spot, Declared declared) {}

  /**
   * Where a class file lies.
   *
   * @param place the jar or folder; for a nested jar {@code app.jar!/BOOT-INF/lib/x.jar}
   * @param entry the path within it
   * @param layer the digest of the image's layer that brought the jar or file; empty outside images
   * @param version the version of the jar; empty for a folder, and when nothing tells it
   */
  public record Spot(
      String place, String entry, Optional<String> layer, Optional<JarVersion> version) {}

  /**
   * The version of a jar.
   *
   * @param source where it was read: {@code Implementation-Version}, {@code Bundle-Version}, {@code
   *     pom.properties} or {@code file name}
   */
  public record JarVersion(String text, String source) {}

  /**
   * What a class declares itself; without what only the compiler added.
   *
   * @param superName with dots; empty for java.lang.Object
   * @param methods name and parameter types: {@code handle(java.lang.String,int[])}; without
   *     constructors
   * @param annotations those of the class that the class file keeps, visible at run time or not
   */
  public record Declared(
      String superName, List<String> interfaces, List<String> methods, List<String> annotations) {}

  /**
   * A class file in a multi-release jar that is not the one that counts.
   *
   * @param release the Java that it is for, or above; 0 for the base
   */
  public record Variant(String className, String place, int release) {}

  /**
   * A class that was not found, and what is around.
   *
   * @param alike names that look like it; at most 3
   * @param inPackage how many classes its package has
   * @param around how many classes are in or below the package that holds its package; 0 where that
   *     is no more than a first word like {@code com}
   */
  public record Missing(String className, List<String> alike, long inPackage, long around) {}

  /**
   * One element of the class path.
   *
   * @param kind "jar", "folder", or "missing" where nothing is there, which Java passes over
   * @param classes how many classes were seen in it, nested jars included
   * @param jars how many nested jars
   * @param layer the digest of the image's layer that brought a jar
   */
  public record Place(String path, String kind, long classes, long jars, Optional<String> layer) {}

  /** The occurrences of one class. */
  public List<Found> of(String className) {
    return found.stream().filter(hit -> hit.className().equals(className)).toList();
  }

  /** The variants of one class that don't count. */
  public List<Variant> variantsOf(String className) {
    return variants.stream().filter(other -> other.className().equals(className)).toList();
  }

  /** What is around a class that was not found; empty when it was. */
  public Optional<Missing> missing(String className) {
    return missing.stream().filter(one -> one.className().equals(className)).findFirst();
  }
}
