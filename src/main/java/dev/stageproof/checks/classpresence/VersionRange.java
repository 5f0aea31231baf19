package dev.stageproof.checks.classpresence;

import dev.stageproof.model.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of a jar that are fine: bounds such as {@code >=2.3, <3}, or one version, in which
 * {@code *} stands for anything.
 *
 * @param source as written
 */
@TextForm(
    pattern = "[^,]+(,[^,]+)*",
    hint = "a version such as 2.3.1 or 2.3.*, or bounds such as `>=2.3, <3`")
public record VersionRange(String source) {

  private static final Pattern PART = Pattern.compile("(?<sign>>=|<=|>|<|=)?\\s*(?<version>\\S+)");

  private record Part(String sign, String version) {

    boolean holds(String actual) {
      int order = Versions.ORDER.compare(actual, version);
      return switch (sign) {
        case ">=" -> order >= 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case "<" -> order < 0;
        default -> version.contains("*") ? like(actual) : order == 0;
      };
    }

    private boolean like(String actual) {
      int at = 0;
      String[] pieces = version.split("\\*", -1);
      for (int i = 0; i < pieces.length; i++) {
        int found = i == 0 ? 0 : actual.indexOf(pieces[i], at);
        boolean last = i == pieces.length - 1;
        int from = last ? Math.max(at, actual.length() - pieces[i].length()) : found;
        if (from < at || !actual.startsWith(pieces[i], from)) {
          return false;
        }
        at = from + pieces[i].length();
      }
      return at == actual.length();
    }
  }

  /**
   * Reads bounds.
   *
   * @throws IllegalArgumentException when the text holds none, or a pattern as a bound
   */
  public static VersionRange parse(String source) {
    parts(source);
    return new VersionRange(source);
  }

  private static List<Part> parts(String source) {
    List<Part> parts = new ArrayList<>();
    for (String text : source.split(",", -1)) {
      Matcher matcher = PART.matcher(text.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException("not a version or a bound: `" + text.strip() + "`");
      }
      String sign = matcher.group("sign") == null ? "=" : matcher.group("sign");
      String version = matcher.group("version");
      if (version.contains("*") && !sign.equals("=")) {
        throw new IllegalArgumentException("`*` can't be in a bound: `" + text.strip() + "`");
      }
      parts.add(new Part(sign, version));
    }
    return parts;
  }

  boolean includes(String version) {
    return parts(source).stream().allMatch(part -> part.holds(version));
  }

  @Override
  public String toString() {
    return source;
  }
}
