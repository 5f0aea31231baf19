package dev.stageproof.probes.testrun;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.UnobservedException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A glob, with the folder that its first wildcard stands in: nothing beside it is searched.
 *
 * @param start absolute
 * @param depth how many names deep the search goes from there
 * @param matchers of paths from there
 */
record ReportGlob(Path start, int depth, List<PathMatcher> matchers) {

  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{\\\\]");
  private static final String ANY_FOLDERS = "**/";

  static ReportGlob of(Path folder, String text) throws UnobservedException {
    String[] names = text.split("/", -1);
    int plain = 0;
    while (plain < names.length - 1 && !WILDCARD.matcher(names[plain]).find()) {
      plain++;
    }
    List<String> all = List.of(names);
    String literal = String.join("/", all.subList(0, plain));
    Path start = folder.resolve(text.startsWith("/") ? literal + "/" : literal).normalize();
    String rest = String.join("/", all.subList(plain, names.length));
    int depth = rest.contains("**") ? Integer.MAX_VALUE : names.length - plain;
    return new ReportGlob(start, depth, matchers(rest, text));
  }

  /** In Java's globs, the folders of a leading {@code **}{@code /} are at least one. */
  private static List<PathMatcher> matchers(String rest, String text) throws UnobservedException {
    Stream<String> globs =
        rest.startsWith(ANY_FOLDERS)
            ? Stream.of(rest, rest.substring(ANY_FOLDERS.length()))
            : Stream.of(rest);
    try {
      return globs.map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob)).toList();
    } catch (PatternSyntaxException e) {
      throw new UnobservedException(
          Gap.of(
              GapReason.MALFORMED,
              "not a glob: `" + text + "`: " + e.getDescription(),
              "Correct `reports`, such as target/surefire-reports/TEST-*.xml."),
          e);
    }
  }

  boolean fits(Path file) {
    Path path = start.relativize(file);
    return matchers.stream().anyMatch(matcher -> matcher.matches(path));
  }
}
