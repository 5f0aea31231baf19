package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.observe.ClassFilesObservation.Nearest;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Gathers what is asked for while the places are read. For one thread. */
final class Search {

  /** The file that is being looked at. */
  interface Source {

    /** Its first bytes, at most {@code limit}; asked for once. */
    byte[] first(int limit) throws IOException;
  }

  private final Map<String, NearestNames> asked = new LinkedHashMap<>();
  private final List<Found> found = new ArrayList<>();
  private final Limits limits;
  private long scanned;
  private long jars;

  Search(List<String> classNames, Limits limits) {
    this.limits = limits;
    classNames.forEach(name -> asked.put(name, new NearestNames(name)));
  }

  void jarOpened() {
    jars++;
  }

  /**
   * Looks at one file; opens it only when its name says that it holds an asked class, and believes
   * only the name inside.
   */
  void file(String place, String path, Source source) throws IOException, UnobservedException {
    Optional<String> name = Layout.className(path);
    if (name.isEmpty()) {
      return;
    }
    scanned++;
    asked.values().forEach(nearest -> nearest.offer(name.get()));
    if (asked.containsKey(name.get())) {
      Found hit = read(place, path, source);
      if (hit.className().equals(name.get())) {
        found.add(hit);
      }
    }
  }

  private Found read(String place, String path, Source source)
      throws IOException, UnobservedException {
    byte[] bytes = source.first(limits.classBytes() + 1);
    if (bytes.length > limits.classBytes()) {
      throw Trouble.malformed(
          "%s in %s is larger than %d bytes, too large for a class file"
              .formatted(path, place, limits.classBytes()),
          "Build it again, or take it off the class path.");
    }
    try {
      return ClassFile.read(bytes, place);
    } catch (RuntimeException e) {
      String detail = e.getMessage() == null ? "not a class file" : e.getMessage();
      throw Trouble.damaged(path + " in " + place, detail, e);
    }
  }

  ClassFilesObservation result() {
    List<Nearest> nearest =
        asked.values().stream()
            .filter(names -> found.stream().noneMatch(of(names)))
            .filter(names -> !names.names().isEmpty())
            .map(names -> new Nearest(names.asked(), names.names()))
            .toList();
    return new ClassFilesObservation(List.copyOf(found), scanned, jars, nearest);
  }

  private static Predicate<Found> of(NearestNames names) {
    return hit -> hit.className().equals(names.asked());
  }
}
