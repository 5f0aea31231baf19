package dev.stageproof.probes.pythonimage;

import dev.stageproof.observe.ImagePythonObservation.Kind;
import dev.stageproof.probes.pythonsource.ModuleSource;
import java.util.Optional;

/** Why a module may have a name that is written nowhere in it. */
final class Openings {

  private Openings() {}

  /** In words; empty when it can't. */
  static Optional<String> of(Module module, String name) {
    if (module.source().isEmpty()) {
      return module.kind() == Kind.NAMESPACE
          ? Optional.empty()
          : Optional.of(
              module.file().isEmpty()
                  ? "it is built into the interpreter"
                  : module.file() + " is compiled, and its names are not known");
    }
    ModuleSource source = module.source().get();
    if (source.names().containsKey("__getattr__")) {
      int line = source.names().get("__getattr__").ways().get(0).line();
      return Optional.of("__getattr__ in " + module.at(line) + " may answer it");
    }
    if (source.declared().contains(name)) {
      return Optional.of("a function in " + module.file() + " binds it when it is called");
    }
    return source.open().stream()
        .findFirst()
        .map(one -> one.what() + " in " + module.at(one.line()) + " may bind it");
  }
}
