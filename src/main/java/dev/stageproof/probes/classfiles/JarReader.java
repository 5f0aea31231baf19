package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation.Spot;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Reads a jar and the jars inside it. */
final class JarReader {

  private static final String INSIDE = "!/";

  private final Search search;
  private final Budget budget;
  private final Optional<String> layer;

  /**
   * A reader of one jar.
   *
   * @param layer the layer of an image that brought the jar
   */
  JarReader(Search search, Budget budget, Optional<String> layer) {
    this.search = search;
    this.budget = budget;
    this.layer = layer;
  }

  /** Tells what the jar adds to the class path, as its manifest has it. */
  List<String> read(String place, SeekableByteChannel channel)
      throws UnobservedException, InterruptedException {
    return read(place, channel, 0);
  }

  private List<String> read(String place, SeekableByteChannel channel, int depth)
      throws UnobservedException, InterruptedException {
    if (depth > budget.limits().depth()) {
      throw Trouble.malformed(
          place + " is nested too deep: more than " + budget.limits().depth() + " jars in a jar",
          "Name the inner jars themselves on the class path.");
    }
    try (Jar jar = Jar.open(Slice.of(channel), budget.limits().listBytes())) {
      search.jarOpened();
      JarFacts facts = JarFacts.of(jar, place);
      List<ZipArchiveEntry> nested = classes(place, jar, facts);
      for (ZipArchiveEntry inner : nested) {
        nested(place + INSIDE + inner.getName(), jar, inner, depth + 1);
      }
      return facts.classPath();
    } catch (IOException | IllegalArgumentException e) {
      budget.require();
      throw Trouble.damaged(place, e);
    }
  }

  /** Looks at the jar's own classes first, as Spring Boot does; returns the jars in it. */
  private List<ZipArchiveEntry> classes(String place, Jar jar, JarFacts facts)
      throws IOException, UnobservedException, InterruptedException {
    List<ZipArchiveEntry> nested = new ArrayList<>();
    Variants variants = new Variants(search, facts.multiRelease());
    for (ZipArchiveEntry entry : jar.entries()) {
      budget.next();
      if (Layout.archive(entry.getName())) {
        nested.add(entry);
      } else {
        Layout.spotted(entry.getName()).ifPresent(spotted -> variants.add(spotted, entry));
      }
    }
    for (Variants.Hit hit : variants.count(place)) {
      Spot spot = new Spot(place, hit.entry().getName(), layer, facts.version());
      search.file(hit.className(), spot, limit -> jar.first(hit.entry(), limit));
    }
    return nested;
  }

  private void nested(String place, Jar jar, ZipArchiveEntry entry, int depth)
      throws IOException, UnobservedException, InterruptedException {
    try (SeekableByteChannel inner = jar.nested(entry, budget)) {
      read(place, inner, depth);
    }
  }
}
