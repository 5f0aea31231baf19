package dev.stageproof.probes.pythonimage;

import dev.stageproof.observe.ImagePythonObservation.Definition;
import dev.stageproof.observe.ImagePythonObservation.Kind;
import dev.stageproof.observe.ImagePythonObservation.Presence;
import dev.stageproof.probes.pythonimage.Modules.Found;
import dev.stageproof.probes.pythonimage.Modules.Missing;
import dev.stageproof.probes.pythonimage.Modules.There;
import dev.stageproof.probes.pythonsource.Binding;
import dev.stageproof.probes.pythonsource.ModuleSource;
import dev.stageproof.probes.pythonsource.ModuleSource.Bound;
import dev.stageproof.probes.pythonsource.ModuleSource.Served;
import dev.stageproof.spi.UnobservedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows names from the module that has them to where they are defined. For one thread. */
final class Resolver {

  private static final int LONGEST_WAY = 64;

  /** Names that every module has. */
  private static final Set<String> GIVEN =
      Set.of(
          "__name__", "__doc__", "__file__", "__package__", "__spec__", "__loader__", "__dict__");

  private final Modules modules;
  private final Stars stars;

  /** The names that are being followed: who comes back to one goes in a circle. */
  private final Set<String> way = new HashSet<>();

  Resolver(Modules modules) {
    this.modules = modules;
    this.stars = new Stars(this);
  }

  /** A module by its name, as an import statement finds it. */
  Resolution module(String name) throws UnobservedException, InterruptedException {
    Found found = modules.find(name);
    if (found instanceof Missing missing) {
      return missing
          .open()
          .map(why -> Resolution.not(Presence.UNKNOWN, missing(missing) + "; " + why))
          .orElseGet(() -> Resolution.not(Presence.ABSENT, missing(missing)));
    }
    Module module = ((There) found).module();
    Optional<Resolution> broken = broken(module);
    if (broken.isPresent()) {
      return broken.get();
    }
    Definition definition =
        Definition.plain(
            module.kind(), module.name(), Optional.empty(), module.at(1), module.layer());
    return Resolution.defined(module, definition);
  }

  private static String missing(Missing missing) {
    return "no module " + missing.component();
  }

  /** A module or package around it that Python would refuse, or that always raises an exception. */
  private Optional<Resolution> broken(Module module)
      throws UnobservedException, InterruptedException {
    int dot = module.name().indexOf('.');
    while (true) {
      String name = dot < 0 ? module.name() : module.name().substring(0, dot);
      if (modules.find(name) instanceof There there) {
        Module each = there.module();
        if (each.unread().isPresent()) {
          return Optional.of(Resolution.not(Presence.BROKEN, each.unread().get()));
        }
        Optional<ModuleSource.Open> raises = each.source().flatMap(ModuleSource::raises);
        if (raises.isPresent()) {
          String where = each.at(raises.get().line()).toString();
          return Optional.of(
              Resolution.not(Presence.BROKEN, where + " raises " + raises.get().what()));
        }
      }
      if (dot < 0) {
        return Optional.empty();
      }
      dot = module.name().indexOf('.', dot + 1);
    }
  }

  /** A name in a module, as {@code from module import name} finds it. */
  Resolution name(String moduleName, String name) throws UnobservedException, InterruptedException {
    Resolution home = module(moduleName);
    if (!home.present()) {
      return home;
    }
    return name(((There) modules.find(moduleName)).module(), name);
  }

  Resolution name(Module module, String name) throws UnobservedException, InterruptedException {
    Optional<Resolution> attribute = attribute(module, name);
    if (attribute.isPresent()) {
      return attribute.get();
    }
    Optional<Resolution> served = served(module, name);
    if (served.isPresent()) {
      return served.get();
    }
    if (module.isPackage()) {
      Resolution submodule = module(module.name() + "." + name);
      if (submodule.presence() != Presence.ABSENT) {
        return submodule;
      }
    }
    return missing(module, name);
  }

  /** What the module itself binds; empty when it does not. */
  Optional<Resolution> attribute(Module module, String name)
      throws UnobservedException, InterruptedException {
    if (GIVEN.contains(name)) {
      return Optional.of(value(module, name, 1));
    }
    if (module.source().isEmpty()) {
      return Optional.empty();
    }
    String key = module.name() + ":" + name;
    if (way.size() >= LONGEST_WAY || !way.add(key)) {
      return Optional.empty();
    }
    try {
      Bound bound = module.source().get().names().get(name);
      Optional<Resolution> star = stars.find(module, name, bound);
      return star.isPresent() || bound == null ? star : Optional.of(bound(module, name, bound));
    } finally {
      way.remove(key);
    }
  }

  private Resolution bound(Module module, String name, Bound bound)
      throws UnobservedException, InterruptedException {
    if (!bound.certain()) {
      String where = module.at(bound.ways().get(0).line()).toString();
      return Resolution.not(Presence.UNKNOWN, "bound under a condition, in " + where);
    }
    List<Resolution> ways = new ArrayList<>();
    for (Binding binding : bound.ways()) {
      ways.add(binding(module, name, binding));
    }
    List<Resolution> present = ways.stream().filter(Resolution::present).toList();
    if (present.isEmpty()) {
      return ways.get(0);
    }
    Set<Optional<Definition>> definitions = new LinkedHashSet<>();
    present.forEach(each -> definitions.add(each.definition()));
    if (definitions.size() == 1) {
      return present.get(0);
    }
    List<String> lines = bound.ways().stream().map(each -> String.valueOf(each.line())).toList();
    return Resolution.somehow(
        module,
        "bound in several ways, in " + module.file() + ", lines " + String.join(", ", lines));
  }

  private Resolution binding(Module module, String name, Binding binding)
      throws UnobservedException, InterruptedException {
    if (binding instanceof Binding.OfImport one) {
      return imported(module, one).after(module, one.line());
    }
    if (binding instanceof Binding.OfClass one) {
      boolean enumeration = new Enumerations(this).is(module, one);
      List<String> members = enumeration ? Enumerations.members(one) : List.of();
      return Resolution.defined(
          module,
          new Definition(
              Kind.CLASS,
              module.name(),
              Optional.of(name),
              module.at(one.line()),
              module.layer(),
              one.bases(),
              enumeration,
              members,
              one.complete()));
    }
    if (binding instanceof Binding.OfValue one && one.value().isPresent()) {
      return alias(module, one.value().get(), name, one.line());
    }
    Kind kind = binding instanceof Binding.OfFunction ? Kind.FUNCTION : Kind.VALUE;
    return Resolution.defined(
        module,
        Definition.plain(
            kind, module.name(), Optional.of(name), module.at(binding.line()), module.layer()));
  }

  private static Resolution value(Module module, String name, int line) {
    return Resolution.defined(
        module,
        Definition.plain(
            Kind.VALUE, module.name(), Optional.of(name), module.at(line), module.layer()));
  }

  private Resolution imported(Module module, Binding.OfImport binding)
      throws UnobservedException, InterruptedException {
    Optional<String> source = module.absolute(binding.module());
    if (source.isEmpty()) {
      return Resolution.not(
          Presence.BROKEN, module.at(binding.line()) + " imports from above its package");
    }
    boolean again = way.contains(source.get() + ":" + binding.name().orElse(""));
    Resolution found =
        binding.name().isPresent()
            ? name(source.get(), binding.name().get())
            : module(source.get());
    String what = binding.name().map(name -> name + " from ").orElse("") + source.get();
    if (found.presence() == Presence.ABSENT) {
      String circle = again ? ", which imports it from here" : ": " + found.why();
      return Resolution.not(
          Presence.BROKEN, module.at(binding.line()) + " imports " + what + circle);
    }
    return found.presence() == Presence.UNKNOWN
        ? Resolution.somehow(module, "imported: " + what + "; " + found.why())
        : found;
  }

  /** {@code name = value}, where the value is a name or a dotted name of the same module. */
  private Resolution alias(Module module, String value, String name, int line)
      throws UnobservedException, InterruptedException {
    Optional<Resolution> target = dotted(module, value);
    return target
        .filter(found -> found.present() && found.definition().isPresent())
        .map(found -> found.after(module, line))
        .orElse(value(module, name, line));
  }

  /** A dotted name as code of the module means it; empty when a part of it is no module. */
  Optional<Resolution> dotted(Module module, String value)
      throws UnobservedException, InterruptedException {
    String[] parts = value.split("\\.", -1);
    Optional<Resolution> found = attribute(module, parts[0]);
    for (int i = 1; i < parts.length && found.isPresent(); i++) {
      Optional<Definition> of = found.get().definition().filter(one -> one.name().isEmpty());
      found = of.isEmpty() ? Optional.empty() : Optional.of(name(of.get().module(), parts[i]));
    }
    return found;
  }

  private Optional<Resolution> served(Module module, String name)
      throws UnobservedException, InterruptedException {
    Optional<Served> served =
        module.source().stream()
            .flatMap(source -> source.served().stream())
            .filter(one -> one.name().equals(name))
            .findFirst();
    if (served.isEmpty()) {
      return Optional.empty();
    }
    int line = served.get().line();
    Optional<String> value = served.get().value();
    return Optional.of(
        value.isPresent() ? alias(module, value.get(), name, line) : value(module, name, line));
  }

  private Resolution missing(Module module, String name) {
    String none = "no " + name + " in " + module.name();
    Optional<String> open = Openings.of(module, name);
    return open.map(why -> Resolution.not(Presence.UNKNOWN, none + "; " + why))
        .orElseGet(() -> Resolution.not(Presence.ABSENT, none));
  }

  /** A module by its name; empty when it is not there. */
  Optional<Module> loaded(String name) throws UnobservedException, InterruptedException {
    return modules.find(name) instanceof There there
        ? Optional.of(there.module())
        : Optional.empty();
  }
}
