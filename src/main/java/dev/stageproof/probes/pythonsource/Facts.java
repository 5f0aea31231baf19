package dev.stageproof.probes.pythonsource;

import dev.stageproof.probes.pythonsource.ModuleSource.Bound;
import dev.stageproof.probes.pythonsource.ModuleSource.Exports;
import dev.stageproof.probes.pythonsource.ModuleSource.Open;
import dev.stageproof.probes.pythonsource.ModuleSource.Served;
import dev.stageproof.probes.pythonsource.ModuleSource.Star;
import dev.stageproof.probes.pythonsource.ModuleSource.Warning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is gathered beside the names while a module is read. For one thread. */
final class Facts {

  /** More of one kind add nothing, and a hostile file may have very many. */
  private static final int MOST = 1000;

  private final List<Star> stars = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Served> served = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final Set<String> declared = new LinkedHashSet<>();
  private final Set<String> exported = new LinkedHashSet<>();
  private boolean exports;
  private boolean exportsComplete = true;
  private Optional<Open> raises = Optional.empty();
  private int unreached;
  private int conditions;

  /** Until {@link #reached()}, what is read is never run when the module is imported. */
  void unreached() {
    unreached++;
  }

  void reached() {
    unreached--;
  }

  /** Until {@link #unconditional()}, what is read may be run or not. */
  void conditional() {
    conditions++;
  }

  void unconditional() {
    conditions--;
  }

  boolean certain() {
    return conditions == 0;
  }

  private <T> void keep(List<T> list, T one) {
    if (unreached == 0 && list.size() < MOST) {
      list.add(one);
    }
  }

  void star(String module, int line) {
    if (stars.size() == MOST) {
      open("a great many imports of *", line);
    }
    keep(stars, new Star(module, line, certain()));
  }

  void warn(
      Optional<String> message, String category, int line, boolean certain, List<String> names) {
    keep(warnings, new Warning(message, category, line, certain, List.copyOf(names)));
  }

  void serve(Served one) {
    keep(served, one);
  }

  void open(String what, int line) {
    keep(open, new Open(what, line));
  }

  void declare(String name) {
    declared.add(name);
  }

  void raise(String what, int line) {
    if (unreached == 0 && conditions == 0 && raises.isEmpty()) {
      raises = Optional.of(new Open(what, line));
    }
  }

  /** A new {@code __all__}; empty when it can't be read. */
  void export(Optional<List<String>> names) {
    if (unreached == 0) {
      if (certain()) {
        exported.clear();
        exportsComplete = true;
      }
      exportMore(names);
    }
  }

  /** More for {@code __all__}; empty when it can't be read. */
  void exportMore(Optional<List<String>> names) {
    if (unreached == 0) {
      exports = true;
      exportsComplete &= names.isPresent() && certain();
      names.ifPresent(exported::addAll);
    }
  }

  ModuleSource about(Effects effects) {
    Map<String, Bound> names = new LinkedHashMap<>();
    effects
        .names()
        .forEach(
            (name, options) -> {
              if (!options.ways().isEmpty()) {
                boolean certain = !options.kept() && !options.unset();
                names.put(name, new Bound(List.copyOf(options.ways()), certain));
              }
            });
    return new ModuleSource(
        Collections.unmodifiableMap(names),
        List.copyOf(stars),
        exports
            ? Optional.of(new Exports(List.copyOf(exported), exportsComplete))
            : Optional.empty(),
        List.copyOf(warnings),
        List.copyOf(served),
        List.copyOf(open),
        Set.copyOf(declared),
        raises);
  }
}
