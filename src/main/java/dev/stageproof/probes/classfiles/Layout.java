package dev.stageproof.probes.classfiles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where jars keep their classes.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-boot/specification/executable-jar/nested-jars.html">Spring
 *     Boot's executable jars and wars</a>
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/jar/jar.html">JAR file
 *     specification, multi-release JAR files</a>
 */
final class Layout {

  /** The base variant of a class: for any Java. */
  static final int BASE = 0;

  private static final String CLASS = ".class";
  private static final String META = "META-INF/";
  private static final List<String> ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");
  private static final List<String> LIBRARIES =
      List.of("BOOT-INF/lib/", "WEB-INF/lib/", "WEB-INF/lib-provided/");
  private static final Pattern VERSIONED =
      Pattern.compile("META-INF/versions/(?<release>[1-9]\\d{0,3})/(?<path>.+)");

  /** The first release whose variants Java looks at. */
  private static final int FIRST = 9;

  private Layout() {}

  /**
   * A class file by its path.
   *
   * @param root what stands before the class's own path: {@code BOOT-INF/classes/}; mostly nothing
   * @param release the Java that it is for, or above; {@link #BASE} for any
   */
  record Spotted(String className, String root, int release) {}

  /** What a path within a jar or folder tells; empty for other files than classes. */
  static Optional<Spotted> spotted(String entry) {
    if (!entry.endsWith(CLASS)) {
      return Optional.empty();
    }
    if (entry.startsWith(META)) {
      return versioned(entry);
    }
    String root = ROOTS.stream().filter(entry::startsWith).findFirst().orElse("");
    String path = entry.substring(root.length());
    return path.startsWith(META)
        ? Optional.empty()
        : Optional.of(new Spotted(className(path), root, BASE));
  }

  private static Optional<Spotted> versioned(String entry) {
    Matcher matcher = VERSIONED.matcher(entry);
    if (!matcher.matches() || matcher.group("path").startsWith(META)) {
      return Optional.empty();
    }
    int release = Integer.parseInt(matcher.group("release"));
    String path = matcher.group("path");
    String root = entry.substring(0, entry.length() - path.length());
    return release < FIRST
        ? Optional.empty()
        : Optional.of(new Spotted(className(path), root, release));
  }

  private static String className(String path) {
    return path.substring(0, path.length() - CLASS.length()).replace('/', '.');
  }

  /** True for a jar or war, wherever it lies. */
  static boolean archive(String entry) {
    String name = entry.toLowerCase(Locale.ROOT);
    return name.endsWith(".jar") || name.endsWith(".war");
  }

  /** True for a jar of an unpacked Boot application or war, by its path in the folder. */
  static boolean library(String path) {
    return archive(path)
        && LIBRARIES.stream()
            .anyMatch(folder -> path.startsWith(folder) && path.indexOf('/', folder.length()) < 0);
  }
}
