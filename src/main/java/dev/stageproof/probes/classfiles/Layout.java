package dev.stageproof.probes.classfiles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where jars keep their classes.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-boot/specification/executable-jar/nested-jars.html">Spring
 *     Boot's executable jars and wars</a>
 */
final class Layout {

  private static final String CLASS = ".class";
  private static final List<String> ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

  /** Variants for newer Java versions; the base variant of the class decides. */
  private static final String VERSIONS = "META-INF/versions/";

  private Layout() {}

  /** The name that a class file has by its place; empty for other files. */
  static Optional<String> className(String entry) {
    if (!entry.endsWith(CLASS) || entry.startsWith(VERSIONS)) {
      return Optional.empty();
    }
    String path = entry.substring(0, entry.length() - CLASS.length());
    for (String root : ROOTS) {
      if (path.startsWith(root)) {
        path = path.substring(root.length());
      }
    }
    return Optional.of(path.replace('/', '.'));
  }

  /** True for a jar or war, wherever it lies. */
  static boolean archive(String entry) {
    String name = entry.toLowerCase(Locale.ROOT);
    return name.endsWith(".jar") || name.endsWith(".war");
  }
}
