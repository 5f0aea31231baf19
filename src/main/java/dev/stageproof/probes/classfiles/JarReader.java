package dev.stageproof.probes.classfiles;

import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Reads a jar and the jars inside it. */
final class JarReader {

  private static final String INSIDE = "!/";
  private static final int BUFFER = 8192;

  private final Search search;
  private final Budget budget;

  JarReader(Search search, Budget budget) {
    this.search = search;
    this.budget = budget;
  }

  void read(Path jar) throws UnobservedException, InterruptedException {
    String place = jar.toString();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      search.jarOpened();
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        entry(zip, place, all.nextElement());
      }
    } catch (IOException | IllegalArgumentException e) {
      budget.require();
      throw Trouble.damaged(place, e);
    }
  }

  private void entry(ZipFile zip, String place, ZipEntry entry)
      throws IOException, UnobservedException, InterruptedException {
    countEntry();
    String name = entry.getName();
    if (Layout.archive(name)) {
      try (InputStream nested = zip.getInputStream(entry)) {
        nested(place + INSIDE + name, nested, 1);
      }
    } else if (!entry.isDirectory()) {
      search.file(place, name, limit -> first(zip, entry, limit));
    }
  }

  private static byte[] first(ZipFile zip, ZipEntry entry, int limit) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(limit);
    }
  }

  private void nested(String place, InputStream in, int depth)
      throws UnobservedException, InterruptedException {
    if (depth > budget.limits().depth()) {
      throw Trouble.malformed(
          place + " is nested too deep: more than " + budget.limits().depth() + " jars in a jar",
          "Name the inner jars themselves on the class path.");
    }
    try {
      entries(place, new JarStream(in, budget), depth);
    } catch (IOException | IllegalArgumentException e) {
      budget.require();
      throw Trouble.damaged(place, e);
    }
  }

  private void entries(String place, JarStream bytes, int depth)
      throws IOException, UnobservedException, InterruptedException {
    search.jarOpened();
    ZipInputStream zip = new ZipInputStream(bytes);
    long count = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      countEntry();
      count++;
      if (Layout.archive(entry.getName())) {
        nested(place + INSIDE + entry.getName(), zip, depth + 1);
      } else if (!entry.isDirectory()) {
        search.file(place, entry.getName(), zip::readNBytes);
      }
      skipRest(zip);
    }
    bytes.finish(count);
  }

  private void countEntry() throws UnobservedException, InterruptedException {
    if (!budget.entry()) {
      budget.require();
    }
  }

  /** Unpacked bytes count as well: a small nested jar can hold a very large entry. */
  private void skipRest(ZipInputStream zip) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
      if (!budget.bytes(read)) {
        throw new Budget.Spent();
      }
    }
  }
}
