package dev.stageproof.probes.cloudrun;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes names and enum constants of the API apart. */
final class Names {
  private Names() {}

  /** The last segment of a resource name; a short name stays as it is. */
  static String last(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  /** An enum constant without the prefix that protobuf's style asks for. */
  static String plain(Enum<?> constant, String prefix) {
    String name = constant.name();
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  /** Protobuf's empty string means that a field is not set. */
  static Optional<String> set(String text) {
    return Optional.of(text).filter(given -> !given.isBlank());
  }

  /** In the order of the keys, so that equal answers make equal records. */
  static Map<String, String> sorted(Map<String, String> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
