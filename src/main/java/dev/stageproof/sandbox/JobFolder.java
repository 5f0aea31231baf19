package dev.stageproof.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a job's program runs in: the container's, where there is one of that name on this
 * machine, else an empty one that goes with the job.
 */
record JobFolder(Path path, boolean ours) implements AutoCloseable {

  static JobFolder of(String workingDir) throws IOException {
    if (!workingDir.isEmpty() && Files.isDirectory(Path.of(workingDir))) {
      return new JobFolder(Path.of(workingDir), false);
    }
    return new JobFolder(Files.createTempDirectory("sandbox-job"), true);
  }

  @Override
  public void close() {
    if (!ours) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of a job can't be deleted", e);
    }
  }
}
