package dev.stageproof.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A check that is worth making of a target, as data for a configuration.
 *
 * @param comment what stands above it, line by line
 * @param settings all keys but {@code id} and {@code type}, in the order of writing: strings,
 *     numbers, booleans, lists and maps of such
 * @param claim the sentence that the report may make when the check passes
 * @param complete false when only a person can fill it in: it is written commented out
 */
public record Suggestion(
    String id,
    String type,
    List<String> comment,
    Map<String, Object> settings,
    String claim,
    boolean complete) {

  public Suggestion {
    comment = List.copyOf(comment);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The entry of the configuration's {@code checks}. */
  public Map<String, Object> entry() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("type", type);
    entry.putAll(settings);
    return entry;
  }

  /**
   * What to configure for a target.
   *
   * @param serving whether users are served by the revision; false goes into the configuration
   * @param origin what the checks were made from: "revision x-00001-abc, deployed 2026-…"
   * @param checks in the order of writing; at least one is complete
   */
  public record Set(boolean serving, String origin, List<Suggestion> checks) {
    public Set {
      checks = List.copyOf(checks);
    }
  }
}
