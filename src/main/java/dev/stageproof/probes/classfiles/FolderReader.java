package dev.stageproof.probes.classfiles;

import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Reads a folder as a root of class files; follows links, as Java does. */
final class FolderReader {

  private final Search search;
  private final Budget budget;

  FolderReader(Search search, Budget budget) {
    this.search = search;
    this.budget = budget;
  }

  void read(Path folder) throws UnobservedException, InterruptedException {
    Listing listing = new Listing(budget);
    try {
      var links = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
      Files.walkFileTree(folder, links, Integer.MAX_VALUE, listing);
      budget.require();
      listing.files.sort(null);
      for (Path file : listing.files) {
        file(folder, file);
      }
    } catch (IOException e) {
      throw Trouble.damaged(folder.toString(), e);
    }
  }

  private void file(Path folder, Path file) throws IOException, UnobservedException {
    String separator = file.getFileSystem().getSeparator();
    String path = folder.relativize(file).toString().replace(separator, "/");
    search.file(folder.toString(), path, limit -> first(file, limit));
  }

  private static byte[] first(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(limit);
    }
  }

  /** Regular files only: a pipe that is named like a class file would never end. */
  private static final class Listing extends SimpleFileVisitor<Path> {

    private final Budget budget;
    private final List<Path> files = new ArrayList<>();

    Listing(Budget budget) {
      this.budget = budget;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return counted();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files.add(file);
      }
      return counted();
    }

    private FileVisitResult counted() {
      return budget.entry() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof FileSystemLoopException) {
        // A link back to a folder that is being read already.
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }
}
