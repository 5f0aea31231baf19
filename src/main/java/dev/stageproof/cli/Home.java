package dev.stageproof.cli;

import dev.stageproof.gate.UsageException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder that stageproof was checked out into. */
final class Home {
  private Home() {}

  /**
   * A file of {@code config/examples}, relative to the working directory where it lies below it.
   */
  static Path example(String name) throws UsageException {
    Path file = folder().resolve("config/examples").resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "the demo's configuration is not at `" + file + "`; run stageproof from its checkout");
    }
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  /** The classes lie in {@code target/classes} or {@code target/stageproof.jar} of the checkout. */
  private static Path folder() {
    try {
      Path code = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path target = code.getParent();
      return target.getParent() == null ? target : target.getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class always comes from a file", e);
    }
  }
}
