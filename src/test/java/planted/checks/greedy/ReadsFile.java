package planted.checks.greedy;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at a file in a check. */
public final class ReadsFile {
  public boolean look() {
    return Files.exists(Path.of("x"));
  }
}
