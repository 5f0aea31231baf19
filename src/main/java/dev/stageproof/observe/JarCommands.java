package dev.stageproof.observe;

import dev.stageproof.observe.ClassFilesObservation.Place;
import dev.stageproof.observe.ClassFilesObservation.Spot;
import dev.stageproof.spi.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commands that show a class file, or that there is none. {@code javap} does not look into nested
 * jars, so they are unpacked first, into a new folder below the system's own for temporary files.
 */
final class JarCommands {

  private static final String INSIDE = "!/";

  /** What an unpacked Boot application or war adds to a class path. */
  private static final List<String> INNER =
      List.of("BOOT-INF/classes", "BOOT-INF/lib/*", "WEB-INF/classes", "WEB-INF/lib/*");

  private JarCommands() {}

  /** Prints one class of this machine's. */
  static String show(Spot spot, String className) {
    List<String> steps = steps(spot, className);
    return steps.size() == 1 ? steps.get(0) : inNewFolder(steps);
  }

  /** Reads an image's file system as a tar archive, and prints one class of it. */
  static String showOfTar(Spot spot, String className) {
    String[] parts = spot.place().split(INSIDE, 2);
    String rest = parts.length > 1 ? INSIDE + parts[1] : "";
    String place = relative(parts[0]);
    Spot inside = new Spot(place + rest, spot.entry(), spot.layer(), spot.version());
    boolean file = spot.version().isPresent() || archive(parts[0]);
    String wanted = file ? place : place + "/" + spot.entry();
    return inNewFolder(with("tar -xf - " + Shell.word(wanted), steps(inside, className)));
  }

  /** Looks for one class in a whole class path of this machine's. */
  static String search(List<Place> places, String className) {
    List<String> steps = searchSteps(places, className);
    return steps.size() == 1 ? steps.get(0) : inNewFolder(steps);
  }

  /** Reads an image's file system as a tar archive, and looks for one class in a class path. */
  static String searchTar(List<Place> places, String className) {
    List<Place> inside =
        places.stream()
            .filter(place -> !place.kind().equals("missing"))
            .map(
                it ->
                    new Place(relative(it.path()), it.kind(), it.classes(), it.jars(), it.layer()))
            .toList();
    List<String> wanted =
        Stream.concat(Stream.of("tar", "-xf", "-"), inside.stream().map(Place::path)).toList();
    return inNewFolder(with(Shell.command(wanted), searchSteps(inside, className)));
  }

  private static List<String> steps(Spot spot, String className) {
    String[] parts = spot.place().split(INSIDE, -1);
    String place = parts[0];
    List<String> steps = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      steps.add(Shell.command(List.of("unzip", "-o", "-q", place, parts[i])));
      place = parts[i];
    }
    String root = root(spot.entry(), className);
    if (!root.isEmpty()) {
      steps.add(Shell.command(List.of("unzip", "-o", "-q", place, spot.entry())));
      place = root;
    }
    steps.add(javap(place, className));
    return steps;
  }

  private static List<String> searchSteps(List<Place> places, String className) {
    List<String> steps = new ArrayList<>();
    List<String> path = new ArrayList<>();
    for (Place place : places) {
      path.add(place.path());
      if (place.jars() > 0) {
        String folder = "unpacked-" + path.size();
        steps.add(Shell.command(List.of("unzip", "-o", "-q", place.path(), "-d", folder)));
        INNER.forEach(inner -> path.add(folder + "/" + inner));
      }
    }
    steps.add(javap(String.join(":", path), className));
    return steps;
  }

  private static String javap(String path, String className) {
    return Shell.command(List.of("javap", "-p", "-cp", path, className));
  }

  private static String inNewFolder(List<String> steps) {
    return "(cd \"$(mktemp -d)\" && " + String.join(" && ", steps) + ")";
  }

  private static List<String> with(String first, List<String> more) {
    return Stream.concat(Stream.of(first), more.stream()).toList();
  }

  private static boolean archive(String path) {
    return path.endsWith(".jar") || path.endsWith(".war");
  }

  private static String relative(String path) {
    return path.substring(1);
  }

  /** What stands before the class's own path: {@code META-INF/versions/17}; mostly nothing. */
  private static String root(String entry, String className) {
    int own = className.length() + ".class".length();
    return entry.length() > own ? entry.substring(0, entry.length() - own - 1) : "";
  }
}
