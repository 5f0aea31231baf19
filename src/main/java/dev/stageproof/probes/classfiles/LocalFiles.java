package dev.stageproof.probes.classfiles;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
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
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The files of this machine. */
final class LocalFiles implements PathFiles {

  @Override
  public Kind kind(String path) {
    Path file = Path.of(path);
    if (Files.isDirectory(file)) {
      return Kind.FOLDER;
    }
    if (Files.isRegularFile(file)) {
      return Kind.FILE;
    }
    return Files.exists(file) ? Kind.OTHER : Kind.MISSING;
  }

  @Override
  public List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public List<String> below(String folder, BooleanSupplier mayGoOn) throws IOException {
    Path root = Path.of(folder);
    Listing listing = new Listing(root, mayGoOn);
    var links = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
    Files.walkFileTree(root, links, Integer.MAX_VALUE, listing);
    return listing.files.stream().sorted().toList();
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    return Files.newByteChannel(Path.of(path));
  }

  /** Regular files only: a pipe that is named like a class file would never end. */
  private static final class Listing extends SimpleFileVisitor<Path> {

    private final Path root;
    private final BooleanSupplier mayGoOn;
    private final List<String> files = new ArrayList<>();

    Listing(Path root, BooleanSupplier mayGoOn) {
      this.root = root;
      this.mayGoOn = mayGoOn;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return next();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        String separator = file.getFileSystem().getSeparator();
        files.add(root.relativize(file).toString().replace(separator, "/"));
      }
      return next();
    }

    private FileVisitResult next() {
      return mayGoOn.getAsBoolean() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
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
