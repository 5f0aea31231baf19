package dev.stageproof.probes.image;

import dev.stageproof.probes.image.Node.Folder;
import dev.stageproof.probes.image.Node.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Goes a path from an image's root, as Linux does within a changed root: symbolic links lead inside
 * the image only, and {@code ..} never above its root.
 */
final class Walk {

  /** As many symbolic links as Linux follows. */
  private static final int MOST_LINKS = 40;

  /**
   * Where a path led.
   *
   * @param names the way there, without links
   */
  record Place(Node node, List<String> names) {
    String path() {
      return "/" + String.join("/", names);
    }
  }

  /** Makes a folder that is not there. */
  @FunctionalInterface
  interface Maker<E extends Exception> {
    Folder make() throws E;
  }

  private final List<Folder> folders = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Deque<String> ahead = new ArrayDeque<>();
  private int links;

  private Walk(Folder root, List<String> path) {
    folders.add(root);
    ahead.addAll(path);
  }

  /** The place at a path, with all links followed; empty when there is none. */
  static Optional<Place> to(Folder root, String path) {
    return to(root, split(path));
  }

  /** The same, by the path's names. */
  static Optional<Place> to(Folder root, List<String> path) {
    Walk walk = new Walk(root, path);
    while (!walk.ahead.isEmpty()) {
      String name = walk.ahead.removeFirst();
      Optional<Node> child = walk.step(name);
      if (child.isEmpty()) {
        return Optional.empty();
      }
      if (!(child.get() instanceof Folder)) {
        return walk.ahead.isEmpty()
            ? Optional.of(new Place(child.get(), walk.with(name)))
            : Optional.empty();
      }
    }
    return Optional.of(new Place(walk.folder(), List.copyOf(walk.names)));
  }

  /**
   * The folder at a path, with all links followed; what is missing, or is a file, becomes one.
   *
   * @return empty when links lead in a circle
   */
  static <E extends Exception> Optional<Folder> made(Folder root, List<String> path, Maker<E> maker)
      throws E {
    Walk walk = new Walk(root, path);
    while (!walk.ahead.isEmpty()) {
      String name = walk.ahead.removeFirst();
      Optional<Node> child = walk.step(name);
      if (walk.links > MOST_LINKS) {
        return Optional.empty();
      }
      if (child.isEmpty() || !(child.get() instanceof Folder)) {
        Folder made = maker.make();
        walk.folder().children().put(name, made);
        walk.enter(name, made);
      }
    }
    return Optional.of(walk.folder());
  }

  static List<String> split(String path) {
    return Arrays.stream(path.split("/")).filter(n -> !n.isEmpty() && !n.equals(".")).toList();
  }

  /**
   * One name further; the folder itself after a link or {@code ..}; empty when nothing is there.
   */
  private Optional<Node> step(String name) {
    if (name.equals("..")) {
      leave();
      return Optional.of(folder());
    }
    Node child = folder().children().get(name);
    if (child instanceof Link link) {
      links++;
      return links > MOST_LINKS ? Optional.empty() : Optional.of(follow(link));
    }
    if (child instanceof Folder folder) {
      enter(name, folder);
    }
    return Optional.ofNullable(child);
  }

  private Folder follow(Link link) {
    if (link.target().startsWith("/")) {
      names.clear();
      folders.subList(1, folders.size()).clear();
    }
    List<String> target = split(link.target());
    for (int i = target.size() - 1; i >= 0; i--) {
      ahead.addFirst(target.get(i));
    }
    return folder();
  }

  private void enter(String name, Folder folder) {
    names.add(name);
    folders.add(folder);
  }

  private void leave() {
    if (!names.isEmpty()) {
      names.remove(names.size() - 1);
      folders.remove(folders.size() - 1);
    }
  }

  private Folder folder() {
    return folders.get(folders.size() - 1);
  }

  private List<String> with(String name) {
    List<String> all = new ArrayList<>(names);
    all.add(name);
    return List.copyOf(all);
  }
}
