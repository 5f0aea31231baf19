package dev.stageproof.config;

import dev.stageproof.spi.Suggestion;
import dev.stageproof.spi.TargetSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a first configuration as a person would: commented, in sections, leaves in brackets. A
 * suggestion that is not complete is commented out, and so is its claim.
 */
public final class ConfigText {
  private static final String ENTRY = "  ";
  private static final String OFF = "# ";

  private final List<String> lines = new ArrayList<>();

  private ConfigText() {}

  /**
   * A whole configuration.
   *
   * @param header comment lines for the top of the file
   */
  public static String of(List<String> header, TargetSettings target, Suggestion.Set suggested) {
    ConfigText text = new ConfigText();
    header.forEach(text::comment);
    text.lines.addAll(
        List.of(
            "version: 1",
            "",
            "# The report's heading; `issue: 965` names what was deployed. See",
            "# config/reference/configuration.md for all that can be set."));
    text.section(Map.of("subject", Map.of("title", "Deployment of " + target.service())));
    text.section(Map.of("target", names(target, suggested)));
    text.comment("Logs are searched from here on, but never from before the revision's start.");
    text.section(Map.of("window", Map.of("since", "30m")));
    text.checks(suggested.checks());
    text.claims(suggested.checks());
    return String.join("\n", text.lines) + "\n";
  }

  private static Map<String, Object> names(TargetSettings target, Suggestion.Set suggested) {
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("project", target.project());
    names.put("region", target.region());
    names.put("service", target.service());
    if (!suggested.serving()) {
      names.put("serving", false);
    }
    return names;
  }

  private void comment(String text) {
    lines.add(OFF + text.replaceAll("\\p{Cntrl}", " "));
  }

  private void section(Map<String, Object> keys) {
    lines.addAll(YamlLines.of(keys));
    lines.add("");
  }

  private void checks(List<Suggestion> checks) {
    lines.add("checks:");
    for (Suggestion check : checks) {
      check.comment().forEach(line -> lines.add(ENTRY + OFF + line));
      entry(check.entry(), check.complete());
      lines.add("");
    }
  }

  private void claims(List<Suggestion> checks) {
    comment("The sentences that the report makes, each proven by its checks.");
    lines.add("claims:");
    for (Suggestion check : checks) {
      Map<String, Object> claim = new LinkedHashMap<>();
      claim.put("text", check.claim());
      claim.put("checks", List.of(check.id()));
      entry(claim, check.complete());
    }
  }

  /** One entry of a list. */
  private void entry(Map<String, Object> keys, boolean complete) {
    String lead = "- ";
    for (String line : YamlLines.of(keys)) {
      lines.add(ENTRY + (complete ? "" : OFF) + lead + line);
      lead = "  ";
    }
  }
}
