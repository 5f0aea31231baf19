package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesObservation.Place;
import dev.stageproof.observe.ClassQuestions;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Searches a class path: jars, folders, and {@code folder/*} for all jars of a folder, as on Java's
 * own; what the manifest of a jar adds is searched after it. Classes count where Java and Spring
 * Boot would load them from. One place that can't be read whole, and there is no answer: an absence
 * in the rest would prove nothing. For one search.
 */
public final class ClassPathSearch {

  private static final String ALL_JARS = "/*";

  /**
   * An element of a class path.
   *
   * @param path absolute
   * @param required false where it may be missing, as Java passes over it
   */
  public record Element(String path, boolean required) {}

  private final PathFiles files;
  private final Search search;
  private final Budget budget;
  private final Set<String> read = new HashSet<>();
  private final List<Place> places = new ArrayList<>();

  public ClassPathSearch(PathFiles files, ClassQuestions questions, ProbeContext context) {
    this(files, questions, context, Limits.standard());
  }

  ClassPathSearch(PathFiles files, ClassQuestions questions, ProbeContext context, Limits limits) {
    this.files = files;
    this.search = new Search(questions, limits);
    this.budget = new Budget(limits, context);
  }

  /**
   * Reads all of it.
   *
   * @throws UnobservedException when a place is missing that is required, or can't be read whole
   */
  public ClassFilesObservation search(List<Element> path)
      throws UnobservedException, InterruptedException {
    Deque<Element> left = new ArrayDeque<>(expanded(path));
    while (!left.isEmpty()) {
      budget.require();
      List<String> further = place(left.poll());
      for (int i = further.size() - 1; i >= 0; i--) {
        left.push(new Element(further.get(i), false));
      }
    }
    return new ClassFilesObservation(
        search.found(),
        search.variants(),
        search.missing(),
        List.copyOf(places),
        search.scanned(),
        search.jars());
  }

  private List<Element> expanded(List<Element> path)
      throws UnobservedException, InterruptedException {
    List<Element> all = new ArrayList<>();
    for (Element element : path) {
      if (element.path().endsWith(ALL_JARS)) {
        String folder = element.path().substring(0, element.path().length() - ALL_JARS.length());
        all.addAll(jars(new Element(folder.isEmpty() ? "/" : folder, element.required())));
      } else {
        all.add(element);
      }
    }
    return all;
  }

  private List<Element> jars(Element folder) throws UnobservedException, InterruptedException {
    String path = folder.path();
    try {
      if (files.kind(path) == PathFiles.Kind.FOLDER) {
        return files.names(path).stream()
            .filter(name -> name.endsWith(".jar") || name.endsWith(".JAR"))
            .map(name -> new Element(path.equals("/") ? path + name : path + "/" + name, true))
            .toList();
      }
    } catch (IOException e) {
      budget.require();
      throw Trouble.damaged(path, e);
    }
    if (folder.required()) {
      throw Trouble.missing(path);
    }
    places.add(new Place(path + ALL_JARS, "missing", 0, 0, Optional.empty()));
    return List.of();
  }

  /** Reads one place, once by whatever way it is reached; returns what it adds to the path. */
  private List<String> place(Element element) throws UnobservedException, InterruptedException {
    try {
      String path = files.real(element.path());
      if (!read.add(path)) {
        return List.of();
      }
      return switch (files.kind(path)) {
        case FOLDER -> folder(path);
        case FILE -> jar(path);
        case OTHER -> throw Trouble.neither(path);
        case MISSING -> missing(element);
      };
    } catch (IOException e) {
      budget.require();
      throw Trouble.damaged(element.path(), e);
    }
  }

  private List<String> missing(Element element) throws UnobservedException {
    if (element.required()) {
      throw Trouble.missing(element.path());
    }
    places.add(new Place(element.path(), "missing", 0, 0, Optional.empty()));
    return List.of();
  }

  private List<String> folder(String path) throws UnobservedException, InterruptedException {
    long before = search.scanned();
    List<String> jars = new FolderReader(files, search, budget).read(path);
    places.add(new Place(path, "folder", search.scanned() - before, 0, Optional.empty()));
    return jars;
  }

  private List<String> jar(String path)
      throws IOException, UnobservedException, InterruptedException {
    long classes = search.scanned();
    long jars = search.jars();
    Optional<String> layer = files.layer(path);
    List<String> added;
    try (SeekableByteChannel channel = files.open(path)) {
      added = new JarReader(search, budget, layer).read(path, channel);
    }
    long nested = search.jars() - jars - 1;
    places.add(new Place(path, "jar", search.scanned() - classes, nested, layer));
    return AddedPaths.of(path, added);
  }
}
