package dev.stageproof.probes.pythonimage;

import dev.stageproof.shape.Nearest;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the existing name that is most like a missing one. */
final class NearestName {

  private static final int SHORTEST = 3;

  private NearestName() {}

  /** A name that differs in few letters; else one that goes on as the other ends. */
  static Optional<String> to(String word, Collection<String> names) {
    return Nearest.to(word, names)
        .or(
            () ->
                names.stream()
                    .filter(name -> name.length() >= SHORTEST && word.length() >= SHORTEST)
                    .filter(name -> word.startsWith(name) || name.startsWith(word))
                    .max(Comparator.comparing(String::length).thenComparing(name -> name)));
  }
}
