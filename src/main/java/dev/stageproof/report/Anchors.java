package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ReportSettings.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fragments that GitHub, GitLab and markdownlint derive from headings, so that a link within
 * the report always finds its heading.
 *
 * @see <a href="https://github.com/Flet/github-slugger">github-slugger, the rule written down</a>
 */
final class Anchors {
  private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]");

  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<String, String> checks = new HashMap<>();
  private final Map<Section, String> sections = new HashMap<>();
  private final List<String> parts = new ArrayList<>();

  private Anchors() {}

  /** The fragments of an outline's headings; they depend on the order of all of them. */
  static Anchors of(Outline outline) {
    Anchors anchors = new Anchors();
    anchors.take(outline.title());
    for (Outline.Part part : outline.parts()) {
      String anchor = anchors.take(part.heading());
      anchors.parts.add(anchor);
      anchors.sections.putIfAbsent(part.section(), anchor);
      for (CheckResult check : part.checks()) {
        anchors.checks.put(check.id(), anchors.take(ForeignText.line(check.id())));
      }
    }
    return anchors;
  }

  private String take(String heading) {
    String slug =
        DROPPED.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
    String free = slug;
    while (taken.containsKey(free)) {
      free = slug + "-" + taken.merge(slug, 1, Integer::sum);
    }
    taken.put(free, 0);
    return free;
  }

  /** The fragment of a check's heading, without {@code #}; empty when the check has none. */
  Optional<String> ofCheck(String id) {
    return Optional.ofNullable(checks.get(id));
  }

  /** The fragments of the outline's parts, in its order. */
  List<String> ofParts() {
    return List.copyOf(parts);
  }

  /** The fragment of a section's first heading; empty when the report has no such section. */
  Optional<String> of(Section section) {
    return Optional.ofNullable(sections.get(section));
  }
}
