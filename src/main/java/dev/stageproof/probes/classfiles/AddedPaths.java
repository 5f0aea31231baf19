package dev.stageproof.probes.classfiles;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code Class-Path} of a manifest, whose elements are addresses seen from the jar.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/jar/jar.html">JAR file
 *     specification, class-path attribute</a>
 */
final class AddedPaths {

  private AddedPaths() {}

  /** Absolute paths; what is no file's address is left out, as Java does. */
  static List<String> of(String jar, List<String> written) {
    List<String> paths = new ArrayList<>();
    for (String each : written) {
      path(jar, each).ifPresent(paths::add);
    }
    return paths;
  }

  private static Optional<String> path(String jar, String written) {
    try {
      URI address = new URI("file", null, jar, null).resolve(new URI(written));
      return Optional.ofNullable(address.getPath())
          .filter(path -> "file".equals(address.getScheme()))
          .map(path -> Path.of(path).normalize().toString());
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }
}
