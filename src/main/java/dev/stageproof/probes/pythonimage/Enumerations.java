package dev.stageproof.probes.pythonimage;

import dev.stageproof.observe.ImagePythonObservation.Definition;
import dev.stageproof.probes.pythonsource.Binding;
import dev.stageproof.probes.pythonsource.ModuleSource.Bound;
import dev.stageproof.spi.UnobservedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells enumerations by their bases.
 *
 * @see <a href="https://docs.python.org/3/library/enum.html">enum</a>
 */
record Enumerations(Resolver resolver) {

  private static final String ENUM = "enum";
  private static final Set<String> KINDS =
      Set.of("Enum", "IntEnum", "StrEnum", "ReprEnum", "Flag", "IntFlag");

  boolean is(Module module, Binding.OfClass one) throws UnobservedException, InterruptedException {
    for (String base : one.bases()) {
      if (importedFromEnum(module, base) || inherits(module, base)) {
        return true;
      }
    }
    return false;
  }

  private static boolean importedFromEnum(Module module, String base) {
    int dot = base.indexOf('.');
    String head = dot < 0 ? base : base.substring(0, dot);
    Bound bound = module.source().orElseThrow().names().get(head);
    if (bound == null) {
      return false;
    }
    return bound.ways().stream()
        .filter(way -> way instanceof Binding.OfImport)
        .map(Binding.OfImport.class::cast)
        .filter(way -> way.module().equals(ENUM))
        .anyMatch(way -> KINDS.contains(way.name().orElse(base.substring(dot + 1))));
  }

  /** True when the base is a class of the image that is an enumeration itself. */
  private boolean inherits(Module module, String base)
      throws UnobservedException, InterruptedException {
    Optional<Definition> definition = resolver.dotted(module, base).flatMap(Resolution::definition);
    Optional<Module> home =
        definition.isPresent() ? resolver.loaded(definition.get().module()) : Optional.empty();
    if (home.isEmpty() || definition.get().name().isEmpty() || home.get().source().isEmpty()) {
      return false;
    }
    if (definition.get().enumeration()) {
      return true;
    }
    return definition.get().module().equals(ENUM) && KINDS.contains(definition.get().name().get());
  }

  /** What an enumeration's body assigns and its class does not keep for itself. */
  static List<String> members(Binding.OfClass one) {
    return one.members().stream()
        .filter(name -> !name.startsWith("__") && !(name.startsWith("_") && name.endsWith("_")))
        .toList();
  }
}
