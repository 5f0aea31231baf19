package dev.stageproof.probes.pythonimage;

import dev.stageproof.observe.ImagePythonObservation.Place;
import dev.stageproof.probes.image.ImageFile;
import dev.stageproof.probes.image.ImageFiles;
import dev.stageproof.probes.pythonimage.Launch.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what {@code sys.path} will be in a container of the image. For one thread. */
final class SearchPath {

  private static final int MOST_PLACES = 500;
  private static final int LARGEST_PTH = 256 << 10;

  /** Comes with setuptools; changes nothing about which modules there are. */
  private static final String HARMLESS = "distutils-precedence.pth";

  private final ImageFiles files;
  private final List<Place> places = new ArrayList<>();
  private final List<String> notFollowed = new ArrayList<>();
  private Optional<String> python = Optional.empty();

  private SearchPath(ImageFiles files) {
    this.files = files;
  }

  /**
   * The path in an image.
   *
   * @param own folders that go before all others, as seen from the working directory
   */
  static SearchPath of(ImageFiles files, List<String> own) {
    SearchPath path = new SearchPath(files);
    String here = files.config().workingDir();
    own.forEach(folder -> path.add(Paths.resolve(here, folder), "`path`"));
    Launch launch = Launch.of(files);
    for (Entry entry : launch.first()) {
      path.add(entry.folder(), entry.from());
    }
    if (launch.variables()) {
      path.variable(here);
    }
    path.installed(launch);
    return path;
  }

  Optional<String> python() {
    return python;
  }

  List<Place> places() {
    return List.copyOf(places);
  }

  List<String> folders() {
    return places.stream().filter(Place::there).map(Place::folder).toList();
  }

  /** What may provide further modules, one sentence each. */
  List<String> notFollowed() {
    return List.copyOf(notFollowed);
  }

  private void variable(String here) {
    String value = files.config().env().getOrDefault("PYTHONPATH", "");
    if (!value.isEmpty()) {
      for (String folder : value.split(":", -1)) {
        add(Paths.resolve(here, folder), "PYTHONPATH");
      }
    }
  }

  private void installed(Launch launch) {
    Installation installation =
        launch.python().map(file -> Installation.of(files, file)).orElse(Installation.none());
    python = launch.python().map(ImageFile::path);
    if (installation.version().isEmpty()) {
      notFollowed.add(
          python
              .map(path -> "The modules of " + path + " are not known, since its version is not.")
              .orElse("No Python was found in the image, so its own modules are not known."));
    }
    installation.library().forEach(folder -> add(folder, "standard library"));
    for (String site : installation.sites()) {
      add(site, "installed packages");
      files.list(site).stream().filter(file -> file.path().endsWith(".pth")).forEach(this::follow);
    }
  }

  private void add(String folder, String from) {
    boolean known = places.stream().anyMatch(place -> place.folder().equals(folder));
    if (known) {
      return;
    }
    if (places.size() >= MOST_PLACES) {
      note("More than " + MOST_PLACES + " folders are on the path; the rest is not searched.");
      return;
    }
    Optional<ImageFile> found = files.find(folder);
    boolean there = found.filter(ImageFile::folder).isPresent();
    if (found.isPresent() && !there) {
      note(folder + " on the path is an archive, which is not looked into.");
    }
    places.add(new Place(folder, from, there));
  }

  private void note(String sentence) {
    if (!notFollowed.contains(sentence)) {
      notFollowed.add(sentence);
    }
  }

  private void follow(ImageFile pth) {
    String site = Paths.parent(pth.path());
    String name = Paths.name(pth.path());
    for (String line : text(pth).lines().toList()) {
      if (line.startsWith("import ") || line.startsWith("import\t")) {
        if (!name.equals(HARMLESS)) {
          note(pth.path() + " runs code that may provide modules, which is not run here.");
        }
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String folder = Paths.resolve(site, line.strip());
        if (files.find(folder).isPresent()) {
          add(folder, name);
        }
      }
    }
  }

  private String text(ImageFile pth) {
    try {
      return new String(pth.read(LARGEST_PTH), StandardCharsets.UTF_8);
    } catch (IOException e) {
      note(pth.path() + " can't be read: " + e.getMessage() + ".");
      return "";
    }
  }
}
