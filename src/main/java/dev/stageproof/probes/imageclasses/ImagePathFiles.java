package dev.stageproof.probes.imageclasses;

import dev.stageproof.probes.classfiles.PathFiles;
import dev.stageproof.probes.image.ImageFile;
import dev.stageproof.probes.image.ImageFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** An image's files as a class path sees them. */
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
    collect(folder, Set.of(real(folder)), mayGoOn, paths);
    return paths.stream().map(path -> path.substring(root.length())).sorted().toList();
  }

  /** A link back to a folder that is being read already is left alone. */
  private void collect(
      String folder, Set<String> above, BooleanSupplier mayGoOn, List<String> paths) {
    for (ImageFile file : image.list(folder)) {
      if (!mayGoOn.getAsBoolean()) {
        return;
      }
      if (!file.folder()) {
        paths.add(file.path());
      } else if (!above.contains(file.realPath())) {
        Set<String> here = new HashSet<>(above);
        here.add(file.realPath());
        collect(file.path(), here, mayGoOn, paths);
      }
    }
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
