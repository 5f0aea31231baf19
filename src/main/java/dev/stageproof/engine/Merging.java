package dev.stageproof.engine;

import dev.stageproof.spi.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the fewest looks that answer all requests. */
final class Merging {
  private final List<Request<?>> looks = new ArrayList<>();
  private final List<List<Request<?>>> served = new ArrayList<>();

  private Merging() {}

  /** For every request the one that is looked at in its place; equal requests share an entry. */
  static Map<Request<?>, Request<?>> of(Collection<? extends Request<?>> requests) {
    Merging merging = new Merging();
    requests.forEach(merging::add);
    Map<Request<?>, Request<?>> result = new LinkedHashMap<>();
    for (int i = 0; i < merging.looks.size(); i++) {
      for (Request<?> request : merging.served.get(i)) {
        result.put(request, merging.looks.get(i));
      }
    }
    return result;
  }

  private void add(Request<?> request) {
    for (int i = 0; i < looks.size(); i++) {
      Optional<? extends Request<?>> both = looks.get(i).mergedWith(request);
      if (both.isPresent()) {
        looks.set(i, both.get());
        served.get(i).add(request);
        return;
      }
    }
    looks.add(request);
    served.add(new ArrayList<>(List.of(request)));
  }
}
