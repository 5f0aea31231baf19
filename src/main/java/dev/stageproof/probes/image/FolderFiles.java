package dev.stageproof.probes.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder. */
record FolderFiles(Path folder) implements LocalFiles {
  @Override
  public String words() {
    return "the layout " + folder;
  }

  @Override
  public boolean has(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name));
  }
}
