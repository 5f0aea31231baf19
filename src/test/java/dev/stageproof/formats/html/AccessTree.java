package dev.stageproof.formats.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a screen reader is told of a page, and what it would miss. */
final class AccessTree {
  private static final Set<String> NAMED =
      Set.of("link", "radio", "radiogroup", "image", "navigation");
  private static final List<String> LANDMARKS =
      List.of("banner", "navigation", "main", "contentinfo");

  private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
  private final Map<String, String> parents = new HashMap<>();

  AccessTree(JsonNode fullTree) {
    Map<String, JsonNode> all = new HashMap<>();
    fullTree.get("nodes").forEach(node -> all.put(node.get("nodeId").asText(), node));
    add(fullTree.get("nodes").get(0), "", all);
  }

  /** In the order of the document. */
  private void add(JsonNode node, String parent, Map<String, JsonNode> all) {
    String id = node.get("nodeId").asText();
    nodes.put(id, node);
    parents.put(id, parent);
    for (JsonNode child : node.path("childIds")) {
      if (all.containsKey(child.asText())) {
        add(all.get(child.asText()), id, all);
      }
    }
  }

  /** Everything that is amiss, in words; empty when nothing is. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    int level = 0;
    for (JsonNode node : shown()) {
      String role = role(node);
      if (role.equals("heading")) {
        int next = level(node);
        if (next > level + 1) {
          problems.add("heading " + name(node) + " of level " + next + " after level " + level);
        }
        level = next;
      }
      if (NAMED.contains(role) && name(node).isBlank()) {
        problems.add(role + " without a name");
      }
    }
    problems.addAll(tablesWithoutHeaders());
    LANDMARKS.stream()
        .filter(landmark -> shown().stream().filter(it -> role(it).equals(landmark)).count() != 1)
        .forEach(landmark -> problems.add("not just one " + landmark));
    return problems;
  }

  private List<String> tablesWithoutHeaders() {
    List<String> tables = ids("table");
    ids("columnheader").forEach(header -> tables.remove(table(header)));
    ids("rowheader").forEach(header -> tables.remove(table(header)));
    return tables.stream().map(table -> "table without headers").toList();
  }

  private List<String> ids(String role) {
    List<String> ids = new ArrayList<>();
    nodes.forEach(
        (id, node) -> {
          if (role(node).equals(role)) {
            ids.add(id);
          }
        });
    return ids;
  }

  private String table(String id) {
    String above = id;
    while (!above.isEmpty() && !role(nodes.get(above)).equals("table")) {
      above = parents.getOrDefault(above, "");
    }
    return above;
  }

  private List<JsonNode> shown() {
    return nodes.values().stream().filter(node -> !node.path("ignored").asBoolean()).toList();
  }

  /** The headings, in their order: "2 Success Metrics". */
  List<String> headings() {
    return shown().stream()
        .filter(node -> role(node).equals("heading"))
        .map(node -> level(node) + " " + name(node))
        .toList();
  }

  private static String role(JsonNode node) {
    return node.path("role").path("value").asText();
  }

  private static String name(JsonNode node) {
    return node.path("name").path("value").asText();
  }

  private static int level(JsonNode heading) {
    for (JsonNode property : heading.path("properties")) {
      if (property.get("name").asText().equals("level")) {
        return property.get("value").get("value").asInt();
      }
    }
    throw new AssertionError("a heading without a level: " + heading);
  }
}
