package dev.stageproof.stored;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts what older versions wrote in today's words. What a version merely did not write yet needs
 * nothing here: an absent list, map or optional is empty.
 */
final class OlderRecords {
  private OlderRecords() {}

  /** The tree as today's version would have written it. */
  static Map<String, Object> upgraded(Map<String, Object> tree) {
    if (!(tree.get("identity") instanceof Map<?, ?> identity) || identity.containsKey("askedAs")) {
      return tree;
    }
    Map<String, Object> upgraded = new HashMap<>(tree);
    upgraded.put("identity", identity(identity));
    return upgraded;
  }

  /** 0.1.0 wrote the share of the one revision, and never said how that was asked for. */
  private static Map<Object, Object> identity(Map<?, ?> old) {
    Map<Object, Object> identity = new HashMap<>(old);
    Object revision = old.get("revision");
    Object percent = old.get("trafficPercent");
    if (revision != null && percent != null) {
      identity.put("traffic", List.of(Map.of("revision", revision, "percent", percent)));
    }
    if (revision != null) {
      identity.put("askedAs", revision);
    }
    identity.put("meantToServe", true);
    return identity;
  }
}
