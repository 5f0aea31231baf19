package dev.stageproof.gate;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds drop-in jars: each path is a jar, or a folder whose jars are taken. */
final class Plugins {
  private Plugins() {}

  static ClassLoader loader(List<String> paths, ClassLoader parent) throws UsageException {
    if (paths.isEmpty()) {
      return parent;
    }
    List<URL> urls = new ArrayList<>();
    for (String path : paths) {
      for (Path jar : jars(Path.of(path))) {
        urls.add(url(jar));
      }
    }
    return new URLClassLoader("plugins", urls.toArray(URL[]::new), parent);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file always has a URL: " + jar, e);
    }
  }

  private static List<Path> jars(Path path) throws UsageException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UsageException(
          "the plug-in path `"
              + path
              + "` is neither a jar nor a folder of jars; correct"
              + " --plugins or STAGEPROOF_PLUGINS",
          e);
    }
  }
}
