package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation.Spot;
import dev.stageproof.probes.classfiles.Layout.Spotted;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a folder as a root of class files, or as an unpacked Spring Boot application or war. */
final class FolderReader {

  private static final String INDEX = "BOOT-INF/classpath.idx";
  private static final int MOST = 1 << 20;
  private static final Pattern INDEXED = Pattern.compile("(?m)^- \"([^\"\\n]+)\"\\s*$");

  private final PathFiles files;
  private final Search search;
  private final Budget budget;

  FolderReader(PathFiles files, Search search, Budget budget) {
    this.files = files;
    this.search = search;
    this.budget = budget;
  }

  /** Returns the jars that belong to the application in the folder, absolute. */
  List<String> read(String folder) throws UnobservedException, InterruptedException {
    try {
      List<String> below = files.below(folder, budget::entry);
      budget.require();
      for (String path : below) {
        Optional<Spotted> spotted = Layout.spotted(path).filter(it -> it.release() == Layout.BASE);
        if (spotted.isPresent()) {
          file(folder, path, spotted.get());
        }
      }
      List<String> libraries = below.stream().filter(Layout::library).toList();
      return ordered(folder, libraries).stream().map(path -> at(folder, path)).toList();
    } catch (IOException e) {
      budget.require();
      throw Trouble.damaged(folder, e);
    }
  }

  private void file(String folder, String path, Spotted spotted)
      throws IOException, UnobservedException, InterruptedException {
    search.seen(spotted.className());
    if (search.asks(spotted.className())) {
      String file = at(folder, path);
      String root = spotted.root();
      String place = root.isEmpty() ? folder : at(folder, root.substring(0, root.length() - 1));
      Spot spot =
          new Spot(place, path.substring(root.length()), files.layer(file), Optional.empty());
      byte[] first = first(file, budget.limits().classBytes() + 1);
      search.file(spotted.className(), spot, limit -> first);
    }
  }

  private byte[] first(String file, int limit)
      throws IOException, UnobservedException, InterruptedException {
    try (InputStream in = Channels.newInputStream(files.open(file))) {
      return in.readNBytes(limit);
    }
  }

  /** Spring Boot loads the jars in the order of its index, where there is one. */
  private List<String> ordered(String folder, List<String> libraries)
      throws IOException, UnobservedException, InterruptedException {
    String index = at(folder, INDEX);
    if (libraries.isEmpty() || files.kind(index) != PathFiles.Kind.FILE) {
      return libraries;
    }
    String text = new String(first(index, MOST), StandardCharsets.UTF_8);
    Set<String> ordered = new LinkedHashSet<>();
    INDEXED.matcher(text).results().map(line -> line.group(1)).forEach(ordered::add);
    ordered.retainAll(Set.copyOf(libraries));
    ordered.addAll(libraries);
    return new ArrayList<>(ordered);
  }

  private static String at(String folder, String path) {
    return folder.endsWith("/") ? folder + path : folder + "/" + path;
  }
}
