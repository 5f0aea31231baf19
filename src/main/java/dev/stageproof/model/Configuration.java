package dev.stageproof.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a revision is configured and what its platform says of it; never holds the value of an
 * environment variable.
 *
 * @param ready whether the platform calls the revision ready
 * @param environment names of the environment variables, sorted
 * @param settings what can be told in words, by name: "memory limit" to "512Mi", "environment
 *     variable DB_PASSWORD" to "secret db-password:latest"
 */
public record Configuration(
    @Doc("Whether the platform calls the revision ready.") boolean ready,
    @Doc("Names of the environment variables.") List<String> environment,
    @Doc("Every setting, by name.") Map<String, String> settings) {

  public Configuration {
    environment = environment.stream().sorted().distinct().toList();
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** What differs from an older configuration, by name. */
  public List<Change> since(Configuration before) {
    TreeSet<String> names = new TreeSet<>(before.settings.keySet());
    names.addAll(settings.keySet());
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      Optional<String> old = Optional.ofNullable(before.settings.get(name));
      Optional<String> now = Optional.ofNullable(settings.get(name));
      if (!old.equals(now)) {
        changes.add(new Change(name, old, now));
      }
    }
    return List.copyOf(changes);
  }
}
