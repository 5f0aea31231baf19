package dev.stageproof.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Outside programs that some tests run. */
public final class Tools {
  /** Set to 1, it turns the skip for a missing program into a failure; the CI sets it. */
  static final String STRICT = "STAGEPROOF_REQUIRE_TOOLS";

  /** Names the programs, separated by blanks, that may be missing even so: no registry has them. */
  static final String TOLERATED = "STAGEPROOF_TOLERATE_MISSING";

  private Tools() {}

  /**
   * Skips the running test, with the reason, when a program is not on PATH; fails it instead when
   * {@code STAGEPROOF_REQUIRE_TOOLS=1} is set.
   *
   * @param program the name of the program without a folder: "python3"
   */
  public static void require(String program) {
    require(program, System.getenv());
  }

  static void require(String program, Map<String, String> environment) {
    if (onPath(program, environment.getOrDefault("PATH", ""))) {
      return;
    }
    String missing = "needs the program " + program + ", which is not on PATH";
    List<String> tolerated = List.of(environment.getOrDefault(TOLERATED, "").split(" ", -1));
    if (tolerated.contains(program)) {
      abort(missing);
    }
    missing(missing, environment);
  }

  /** The same for the Python package pytest, which the {@code python3} on PATH has to have. */
  public static void requirePytest() {
    require("python3");
    if (!hasPytest()) {
      missing("needs the package pytest for the python3 that is on PATH", System.getenv());
    }
  }

  /**
   * The same for a file of an npm package, in the folders that {@code NODE_PATH} names.
   *
   * @param file the package and the path within it: "axe-core/axe.min.js"
   */
  public static Path requireNodeFile(String file) {
    return requireNodeFile(file, System.getenv());
  }

  static Path requireNodeFile(String file, Map<String, String> environment) {
    Optional<Path> found =
        folders(environment.getOrDefault("NODE_PATH", ""))
            .map(folder -> folder.resolve(file))
            .filter(Files::isRegularFile)
            .findFirst();
    if (found.isEmpty()) {
      missing(
          "needs the npm package's file " + file + ", which NODE_PATH does not lead to",
          environment);
    }
    return found.orElseThrow();
  }

  private static boolean hasPytest() {
    try {
      Process python =
          new ProcessBuilder("python3", "-c", "import pytest")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return python.waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void missing(String what, Map<String, String> environment) {
    if ("1".equals(environment.get(STRICT))) {
      fail(what + "; install it, or unset " + STRICT + " to skip the test");
    }
    abort(what);
  }

  private static boolean onPath(String program, String path) {
    return folders(path)
        .map(folder -> folder.resolve(program))
        .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
  }

  private static Stream<Path> folders(String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of);
  }
}
