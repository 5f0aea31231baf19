package dev.stageproof.probes.pythonimage;

import dev.stageproof.observe.ImagePythonObservation.Presence;
import dev.stageproof.probes.pythonsource.Binding;
import dev.stageproof.probes.pythonsource.ModuleSource.Bound;
import dev.stageproof.probes.pythonsource.ModuleSource.Exports;
import dev.stageproof.probes.pythonsource.ModuleSource.Star;
import dev.stageproof.spi.UnobservedException;
import java.util.List;
import java.util.Optional;

/** Follows {@code from module import *}. For one thread. */
final class Stars {

  private final Resolver resolver;

  Stars(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * The last star that brings the name, when nothing binds the name after it.
   *
   * @param bound what else binds it, or null
   */
  Optional<Resolution> find(Module module, String name, Bound bound)
      throws UnobservedException, InterruptedException {
    int after = bound == null ? 0 : bound.ways().stream().mapToInt(Binding::line).max().orElse(0);
    List<Star> stars = module.source().orElseThrow().stars();
    Optional<Resolution> doubt = Optional.empty();
    for (int i = stars.size() - 1; i >= 0 && stars.get(i).line() > after; i--) {
      Star star = stars.get(i);
      Optional<Resolution> brought = brought(module, star, name);
      if (brought.filter(found -> found.present() && star.certain()).isPresent()) {
        return brought.map(found -> found.after(module, star.line()));
      }
      doubt = doubt.isPresent() || brought.isEmpty() ? doubt : doubt(module, star, brought.get());
    }
    return bound == null ? doubt : Optional.empty();
  }

  private static Optional<Resolution> doubt(Module module, Star star, Resolution found) {
    String where = module.at(star.line()) + " imports * from " + star.module();
    boolean broken = found.presence() == Presence.BROKEN && star.certain();
    String why = found.present() ? " under a condition" : ": " + found.why();
    return Optional.of(Resolution.not(broken ? Presence.BROKEN : Presence.UNKNOWN, where + why));
  }

  /** What one star makes of the name; empty when it does not bring it. */
  private Optional<Resolution> brought(Module module, Star star, String name)
      throws UnobservedException, InterruptedException {
    Optional<String> source = module.absolute(star.module());
    Resolution home =
        source.isPresent()
            ? resolver.module(source.get())
            : Resolution.not(Presence.ABSENT, "above its package");
    if (!home.present()) {
      boolean absent = home.presence() == Presence.ABSENT;
      return Optional.of(absent ? Resolution.not(Presence.BROKEN, home.why()) : home);
    }
    return exported(resolver.loaded(source.get()).orElseThrow(), name);
  }

  private Optional<Resolution> exported(Module other, String name)
      throws UnobservedException, InterruptedException {
    Optional<Exports> exports = other.source().flatMap(source -> source.exports());
    boolean listed = exports.filter(all -> all.names().contains(name)).isPresent();
    if (listed) {
      return Optional.of(resolver.name(other, name));
    }
    boolean complete = exports.filter(Exports::complete).isPresent();
    if (complete || (exports.isEmpty() && name.startsWith("_"))) {
      return Optional.empty();
    }
    Optional<Resolution> attribute = resolver.attribute(other, name);
    if (exports.isPresent()) {
      String why = "the __all__ of " + other.name() + " is put together when it is loaded";
      return attribute.map(found -> Resolution.not(Presence.UNKNOWN, why));
    }
    boolean answers = other.source().isPresent() && other.source().get().open().isEmpty();
    return attribute.isPresent() || answers
        ? attribute
        : Openings.of(other, name).map(why -> Resolution.not(Presence.UNKNOWN, why));
  }
}
