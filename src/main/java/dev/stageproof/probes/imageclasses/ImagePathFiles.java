package dev.stageproof.probes.imageclasses;

import dev.stageproof.probes.classfiles.PathFiles;
import dev.stageproof.probes.image.ImageFile;
import dev.stageproof.probes.image.ImageFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * An image's files as a class path sees them. Links to folders below a folder of class files are
 * not followed.
 */
record ImagePathFiles(ImageFiles image) implements PathFiles {

  @Override
  public Kind kind(String path) {
    return image
        .find(path)
        .map(file -> file.folder() ? Kind.FOLDER : Kind.FILE)
        .orElse(Kind.MISSING);
  }

  @Override
  public String real(String path) {
    return image.find(path).map(ImageFile::realPath).orElse(path);
  }

  @Override
  public List<String> names(String folder) {
    return image.list(folder).stream().map(file -> lastName(file.path())).sorted().toList();
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public List<String> below(String folder, BooleanSupplier mayGoOn) {
    String root = folder.endsWith("/") ? folder : folder + "/";
    List<String> paths = new ArrayList<>();
    try (Stream<ImageFile> files = image.walk(folder)) {
      Iterator<ImageFile> all = files.iterator();
      while (all.hasNext() && mayGoOn.getAsBoolean()) {
        paths.add(all.next().path().substring(root.length()));
      }
    }
    return paths.stream().sorted().toList();
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    return file(path).channel();
  }

  @Override
  public Optional<String> layer(String path) throws IOException {
    return Optional.of(file(path).layer()).filter(digest -> !digest.isEmpty());
  }

  /** A small text file; empty when there is none. */
  Optional<byte[]> small(String path, int limit) throws IOException {
    Optional<ImageFile> file = image.find(path).filter(found -> !found.folder());
    return file.isEmpty() ? Optional.empty() : Optional.of(file.get().read(limit));
  }

  /** The first bytes of a file; none when there is no such file. */
  byte[] head(String path, int length) throws IOException {
    Optional<ImageFile> file = image.find(path).filter(found -> !found.folder());
    if (file.isEmpty()) {
      return new byte[0];
    }
    try (InputStream in = file.get().open()) {
      return in.readNBytes(length);
    }
  }

  private ImageFile file(String path) throws NoSuchFileException {
    return image.find(path).orElseThrow(() -> new NoSuchFileException(path));
  }
}
