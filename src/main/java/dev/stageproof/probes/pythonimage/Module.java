package dev.stageproof.probes.pythonimage;

import dev.stageproof.observe.ImagePythonObservation.Kind;
import dev.stageproof.observe.ImagePythonObservation.Spot;
import dev.stageproof.probes.pythonsource.ModuleSource;
import java.util.List;
import java.util.Optional;

/**
 * A module that was found.
 *
 * @param name with dots
 * @param file what makes it; the first folder of a namespace package; empty when it is built in
 * @param layer the layer of that file; empty when there is none
 * @param folders where its submodules are looked for; none when it is no package
 * @param source what its source says; empty when it has none, or none that can be read
 * @param unread why there is a source that can't be read
 */
record Module(
    String name,
    Kind kind,
    String file,
    String layer,
    List<String> folders,
    Optional<ModuleSource> source,
    Optional<String> unread) {

  private static final String PATH = "__path__";

  boolean isPackage() {
    return !folders.isEmpty();
  }

  Spot at(int line) {
    return new Spot(file, line);
  }

  /** The package that a leading dot in it stands for. */
  String home() {
    int dot = name.lastIndexOf('.');
    return isPackage() ? name : dot < 0 ? "" : name.substring(0, dot);
  }

  /** The whole name of a module as this one writes it; empty when it has more dots than parents. */
  Optional<String> absolute(String written) {
    int dots = 0;
    while (dots < written.length() && written.charAt(dots) == '.') {
      dots++;
    }
    if (dots == 0) {
      return Optional.of(written);
    }
    String base = home();
    for (int i = 1; i < dots; i++) {
      int dot = base.lastIndexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      base = base.substring(0, dot);
    }
    String rest = written.substring(dots);
    return base.isEmpty()
        ? Optional.empty()
        : Optional.of(rest.isEmpty() ? base : base + "." + rest);
  }

  /** Why it may have submodules that are in none of its folders; empty when it can't. */
  Optional<String> openPath() {
    boolean changed =
        source.filter(one -> one.names().containsKey(PATH) || !one.open().isEmpty()).isPresent();
    boolean unseen = source.isEmpty() && kind != Kind.NAMESPACE;
    return changed || unseen
        ? Optional.of(file + (unseen ? " can't be read" : " may change where its modules are"))
        : Optional.empty();
  }
}
