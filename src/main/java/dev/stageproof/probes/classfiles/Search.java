package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.observe.ClassFilesObservation.Missing;
import dev.stageproof.observe.ClassFilesObservation.Spot;
import dev.stageproof.observe.ClassFilesObservation.Variant;
import dev.stageproof.observe.ClassQuestions;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is asked for while the places are read. For one thread. */
final class Search {

  /** The file that is being looked at. */
  interface Source {

    /** Its first bytes, at most {@code limit}; asked for once. */
    byte[] first(int limit) throws IOException;
  }

  private final Map<String, Surroundings> asked = new LinkedHashMap<>();
  private final List<Found> found = new ArrayList<>();
  private final List<Variant> variants = new ArrayList<>();
  private final int release;
  private final Limits limits;
  private long scanned;
  private long jars;

  Search(ClassQuestions questions, Limits limits) {
    this.limits = limits;
    this.release = questions.javaRelease().orElse(Layout.BASE);
    questions.classNames().forEach(name -> asked.put(name, new Surroundings(name)));
  }

  /** The Java whose variants count; {@link Layout#BASE} when it is not known. */
  int release() {
    return release;
  }

  boolean asks(String className) {
    return asked.containsKey(className);
  }

  void jarOpened() {
    jars++;
  }

  /** Counts a class that Java would find. */
  void seen(String className) {
    scanned++;
    asked.values().forEach(around -> around.offer(className));
  }

  void variant(Variant other) {
    variants.add(other);
  }

  /** Reads the file of an asked class; believes only the name inside. */
  void file(String className, Spot spot, Source source) throws IOException, UnobservedException {
    ClassFile.Read read = read(spot, source);
    if (read.className().equals(className)) {
      found.add(new Found(className, spot, read.declared()));
    }
  }

  private ClassFile.Read read(Spot spot, Source source) throws IOException, UnobservedException {
    byte[] bytes = source.first(limits.classBytes() + 1);
    if (bytes.length > limits.classBytes()) {
      throw Trouble.malformed(
          "%s in %s is larger than %d bytes, too large for a class file"
              .formatted(spot.entry(), spot.place(), limits.classBytes()),
          "Build it again, or take it off the class path.");
    }
    try {
      return ClassFile.read(bytes);
    } catch (RuntimeException e) {
      String detail = e.getMessage() == null ? "not a class file" : e.getMessage();
      throw Trouble.damaged(spot.entry() + " in " + spot.place(), detail, e);
    }
  }

  long scanned() {
    return scanned;
  }

  long jars() {
    return jars;
  }

  List<Found> found() {
    return List.copyOf(found);
  }

  List<Variant> variants() {
    return List.copyOf(variants);
  }

  /** The asked classes that were not found, and what is around them. */
  List<Missing> missing() {
    return asked.values().stream()
        .filter(around -> found.stream().noneMatch(hit -> hit.className().equals(around.asked())))
        .map(Surroundings::missing)
        .toList();
  }
}
