package dev.stageproof.probes.pythonimage;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImagePythonObservation.Kind;
import dev.stageproof.probes.image.ImageFile;
import dev.stageproof.probes.image.ImageFiles;
import dev.stageproof.probes.pythonsource.ModuleSource;
import dev.stageproof.probes.pythonsource.UnreadableSource;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds modules the way Python's own path finder does, and reads their source; each one once. For
 * one thread.
 *
 * @see <a href="https://docs.python.org/3/reference/import.html">the import system</a>
 */
final class Modules {

  /** More modules than any one question needs. */
  private static final int MOST_READ = 5000;

  private static final Set<String> BUILT_IN =
      Set.of(
          "sys",
          "builtins",
          "time",
          "gc",
          "itertools",
          "marshal",
          "posix",
          "errno",
          "atexit",
          "faulthandler",
          "_io",
          "_abc",
          "_ast",
          "_codecs",
          "_collections",
          "_functools",
          "_imp",
          "_locale",
          "_operator",
          "_signal",
          "_sre",
          "_stat",
          "_string",
          "_symtable",
          "_thread",
          "_tracemalloc",
          "_warnings",
          "_weakref");

  private static final String INIT = "__init__";

  private final ImageFiles files;
  private final SearchPath path;
  private final ProbeContext context;
  private final Map<String, Found> known = new HashMap<>();
  private final Map<String, Map<String, ImageFile>> folders = new HashMap<>();

  Modules(ImageFiles files, SearchPath path, ProbeContext context) {
    this.files = files;
    this.path = path;
    this.context = context;
  }

  /** A module, or what is missing of it. */
  sealed interface Found {}

  record There(Module module) implements Found {}

  /**
   * Not there.
   *
   * @param component the module or the first of its packages that is not there
   * @param open why it may be there all the same; empty when it can't
   * @param nearest an existing module beside it that looks like it
   */
  record Missing(String component, Optional<String> open, Optional<String> nearest)
      implements Found {}

  Found find(String name) throws UnobservedException, InterruptedException {
    Found found = known.get(name);
    if (found == null) {
      require();
      found = look(name);
      known.put(name, found);
    }
    return found;
  }

  private void require() throws UnobservedException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("looking for Python modules was stopped");
    }
    if (context.remaining().isZero() || known.size() > MOST_READ) {
      throw new UnobservedException(
          Gap.of(
              GapReason.TIMED_OUT,
              "looking for Python modules took too long: " + known.size() + " modules so far",
              "Raise the check's `timeout`, or ask for fewer names."));
    }
  }

  private Found look(String name) throws UnobservedException, InterruptedException {
    int dot = name.lastIndexOf('.');
    String last = name.substring(dot + 1);
    if (dot < 0) {
      Optional<Module> found = in(path.folders(), name, last);
      Optional<String> open = path.notFollowed().stream().findFirst();
      return found
          .or(() -> builtIn(name))
          .<Found>map(There::new)
          .orElseGet(() -> new Missing(name, open, nearest("", path.folders(), last)));
    }
    Found parent = find(name.substring(0, dot));
    if (!(parent instanceof There there)) {
      return parent;
    }
    Module home = there.module();
    return in(home.folders(), name, last)
        .<Found>map(There::new)
        .orElseGet(
            () ->
                new Missing(
                    name, home.openPath(), nearest(home.name() + ".", home.folders(), last)));
  }

  private static Optional<Module> builtIn(String name) {
    return BUILT_IN.contains(name)
        ? Optional.of(
            new Module(name, Kind.BUILT_IN, "", "", List.of(), Optional.empty(), Optional.empty()))
        : Optional.empty();
  }

  private Optional<String> nearest(String prefix, List<String> places, String word) {
    return NearestName.to(word, submodules(places)).map(name -> prefix + name);
  }

  /** The names of the modules in some folders. */
  Set<String> submodules(List<String> places) {
    Set<String> names = new TreeSet<>();
    for (String place : places) {
      content(place)
          .forEach(
              (name, file) -> {
                boolean module = file.folder() || name.endsWith(".py") || name.endsWith(".so");
                if (module && !name.startsWith("__") && !name.contains("-")) {
                  names.add(name.split("\\.", 2)[0]);
                }
              });
    }
    return names;
  }

  private Map<String, ImageFile> content(String folder) {
    return folders.computeIfAbsent(
        folder,
        place -> {
          Map<String, ImageFile> byName = new LinkedHashMap<>();
          files.list(place).forEach(file -> byName.put(Paths.name(file.path()), file));
          return byName;
        });
  }

  private Optional<Module> in(List<String> places, String name, String last) {
    List<ImageFile> portions = new ArrayList<>();
    for (String place : places) {
      Map<String, ImageFile> content = content(place);
      ImageFile folder = content.get(last);
      if (folder != null && folder.folder()) {
        Optional<ImageFile> init = module(content(folder.path()), INIT);
        if (init.isPresent()) {
          return Optional.of(read(name, init.get(), List.of(folder.path())));
        }
      }
      Optional<ImageFile> file = module(content, last);
      if (file.isPresent()) {
        return Optional.of(read(name, file.get(), List.of()));
      }
      if (folder != null && folder.folder()) {
        portions.add(folder);
      }
    }
    return portions.isEmpty() ? Optional.empty() : Optional.of(namespace(name, portions));
  }

  /** The file that makes a module, in the order in which Python looks for its endings. */
  private static Optional<ImageFile> module(Map<String, ImageFile> content, String name) {
    return content.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(name + ".") && entry.getKey().endsWith(".so"))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(content.get(name + ".py")))
        .or(() -> Optional.ofNullable(content.get(name + ".pyc")))
        .filter(file -> !file.folder());
  }

  private static Module namespace(String name, List<ImageFile> portions) {
    ImageFile first = portions.get(0);
    return new Module(
        name,
        Kind.NAMESPACE,
        first.path(),
        first.layer(),
        portions.stream().map(ImageFile::path).toList(),
        Optional.empty(),
        Optional.empty());
  }

  private static Module read(String name, ImageFile file, List<String> folders) {
    String path = file.path();
    if (!path.endsWith(".py")) {
      Kind kind = path.endsWith(".so") ? Kind.EXTENSION : Kind.BYTECODE;
      return new Module(
          name, kind, path, file.layer(), folders, Optional.empty(), Optional.empty());
    }
    Kind kind = folders.isEmpty() ? Kind.MODULE : Kind.PACKAGE;
    Optional<ModuleSource> source = Optional.empty();
    Optional<String> unread = Optional.empty();
    try {
      source = Optional.of(ModuleSource.read(file.read(ModuleSource.MOST_BYTES)));
    } catch (UnreadableSource | IOException e) {
      unread = Optional.of(path + " can't be read as Python: " + e.getMessage());
    }
    return new Module(name, kind, path, file.layer(), folders, source, unread);
  }
}
