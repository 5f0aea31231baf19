package dev.stageproof.probes.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps a cache within its size: what was not used for longest goes first, and nothing that is in
 * use.
 *
 * @param most bytes of all layers together
 */
record Eviction(Path folder, long most) {

  /** Ends the name of a file that is being written. */
  static final String PART = ".part";

  /** Longer than any download takes: whoever wrote it is gone. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private record Kept(Path file, long bytes, Instant used) {}

  /** Removes what is too much. */
  void run(Instant now) throws IOException {
    for (Kept part : kept("*" + PART)) {
      if (part.used().isBefore(now.minus(ABANDONED))) {
        Files.deleteIfExists(part.file());
      }
    }
    List<Kept> layers = kept("*.tar");
    long total = layers.stream().mapToLong(Kept::bytes).sum();
    for (Kept layer : layers) {
      if (total <= most) {
        return;
      }
      if (InUse.of(folder).remove(layer.file().getFileName().toString())) {
        total -= layer.bytes();
      }
    }
  }

  /** What was not used for longest first. */
  private List<Kept> kept(String glob) throws IOException {
    List<Kept> kept = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
      for (Path file : files) {
        add(kept, file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    kept.sort(Comparator.comparing(Kept::used).thenComparing(Kept::file));
    return kept;
  }

  private static void add(List<Kept> kept, Path file) throws IOException {
    try {
      BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
      kept.add(new Kept(file, read.size(), read.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException e) {
      // Another process was faster.
      return;
    }
  }
}
