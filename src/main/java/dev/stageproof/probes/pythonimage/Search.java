package dev.stageproof.probes.pythonimage;

import dev.stageproof.observe.ImagePythonObservation.Sought;
import dev.stageproof.observe.ImagePythonObservation.Warned;
import dev.stageproof.observe.PythonName;
import dev.stageproof.probes.pythonimage.Modules.Missing;
import dev.stageproof.probes.pythonimage.Modules.There;
import dev.stageproof.probes.pythonsource.ModuleSource;
import dev.stageproof.spi.UnobservedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers for one name at a time. For one thread. */
final class Search {

  private static final int MOST_WARNINGS = 20;

  private final Modules modules;
  private final Resolver resolver;

  Search(Modules modules) {
    this.modules = modules;
    this.resolver = new Resolver(modules);
  }

  Sought seek(PythonName asked) throws UnobservedException, InterruptedException {
    Resolution found =
        asked.name().isPresent()
            ? resolver.name(asked.module(), asked.name().get())
            : resolver.module(asked.module());
    return new Sought(
        asked,
        found.presence(),
        found.why(),
        found.definition(),
        found.through(),
        warnings(asked, found),
        found.present() ? Optional.empty() : nearest(asked));
  }

  private Optional<String> nearest(PythonName asked)
      throws UnobservedException, InterruptedException {
    if (modules.find(asked.module()) instanceof Missing missing) {
      return missing.nearest();
    }
    Module module = ((There) modules.find(asked.module())).module();
    Set<String> names = new TreeSet<>(modules.submodules(module.folders()));
    module.source().ifPresent(source -> names.addAll(source.names().keySet()));
    module.source().ifPresent(source -> source.served().forEach(one -> names.add(one.name())));
    asked.name().ifPresent(names::remove);
    return asked
        .name()
        .flatMap(name -> NearestName.to(name, names))
        .map(name -> module.name() + "." + name);
  }

  /** What is written to be emitted by the modules that are loaded on the way. */
  private List<Warned> warnings(PythonName asked, Resolution found)
      throws UnobservedException, InterruptedException {
    List<Warned> warnings = new ArrayList<>();
    for (String name : loaded(asked, found)) {
      Optional<Module> module = resolver.loaded(name);
      List<ModuleSource.Warning> all =
          module.flatMap(Module::source).map(ModuleSource::warnings).orElse(List.of());
      for (ModuleSource.Warning one : all) {
        boolean forThis =
            one.names().isEmpty() || asked.name().filter(one.names()::contains).isPresent();
        if (forThis && warnings.size() < MOST_WARNINGS) {
          warnings.add(
              new Warned(
                  one.message(), one.category(), module.get().at(one.line()), one.certain()));
        }
      }
    }
    return List.copyOf(warnings);
  }

  /** The names of the packages around a module, the module, and those that names lead through. */
  private static Set<String> loaded(PythonName asked, Resolution found) {
    Set<String> names = new LinkedHashSet<>();
    String module = asked.module();
    for (int dot = module.indexOf('.'); dot >= 0; dot = module.indexOf('.', dot + 1)) {
      names.add(module.substring(0, dot));
    }
    names.add(module);
    names.addAll(found.visited());
    return names;
  }
}
