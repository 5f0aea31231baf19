package dev.stageproof.bench;

import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogMatcher.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes exports, and says how each program counts {@link LogExport#PATTERNS} in them. */
final class Rivals {
  static final String RIPGREP = "rg, one pass";
  static final String TIME = "/usr/bin/time";

  /** jq is so slow that a tenth must do. */
  private static final int JQ_SHARE = 10;

  private static final int FEW_SHARE = 100;

  private final Path folder;
  private final int entries;
  private final Path file;

  Rivals(Path folder, int entries) throws IOException {
    this.folder = folder;
    this.entries = entries;
    this.file = export(entries);
  }

  private Path export(int size) throws IOException {
    Path export = folder.resolve("export-" + size + ".jsonl").toAbsolutePath();
    LogExport.write(export, size);
    return export;
  }

  /** All that are installed. */
  List<Rival> all() throws IOException {
    List<Rival> rivals = new ArrayList<>();
    rivals.add(Rival.of("stageproof validate", launched(file)));
    rivals.add(Rival.of("stageproof, no launcher", plain()));
    if (installed("cat")) {
      rivals.add(Rival.of("cat", List.of("sh", "-c", "cat '" + file + "' >/dev/null")));
    }
    if (installed("rg")) {
      rivals.add(Rival.of(RIPGREP, onePass("rg", "-c")));
      rivals.add(new Rival("rg, a pass a pattern", 1, aPassAPattern("rg", "-c")));
    }
    if (installed("grep")) {
      rivals.add(Rival.of("grep, one pass", onePass("grep", "-cE")));
      rivals.add(new Rival("grep, a pass a pattern", 1, aPassAPattern("grep", "-cE")));
    }
    if (installed("jq")) {
      Path some = export(entries / JQ_SHARE);
      rivals.add(
          new Rival(
              "jq, 10 times a tenth",
              JQ_SHARE,
              List.of(List.of("jq", "-nc", jq(), some.toString()))));
    }
    return rivals;
  }

  /** The whole program over few entries and over all; none without GNU time. */
  List<Rival> inMemory() throws IOException {
    if (!Files.isExecutable(Path.of(TIME))) {
      return List.of();
    }
    int few = entries / FEW_SHARE;
    return List.of(
        Rival.of("stageproof, " + few, launched(export(few))),
        Rival.of("stageproof, " + entries, launched(file)));
  }

  private List<String> launched(Path export) throws IOException {
    Path config = folder.resolve(export.getFileName() + ".yaml");
    String checks =
        IntStream.range(0, LogExport.PATTERNS.size())
            .mapToObj(i -> check(i, LogExport.PATTERNS.get(i), export))
            .collect(Collectors.joining());
    Files.writeString(config, "version: 1\nsubject: {title: Speed}\nchecks:\n" + checks);
    return List.of("./stageproof", "validate", "-c", config.toString(), "-q", "-o", "json=-");
  }

  private static String check(int number, LogMatcher matcher, Path export) {
    String pattern = matcher.kind() == Kind.LITERAL ? "literal" : "regex";
    return """
      - id: pattern-%d
        type: log-pattern
        %s: '%s'
        count: {min: 0}
        timeout: 5m
        read: {file: '%s'}
    """
        .formatted(number, pattern, matcher.pattern(), export);
  }

  private List<String> plain() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-cp",
        System.getProperty("java.class.path"),
        LogSearchBench.class.getName(),
        "search",
        file.toString(),
        "1");
  }

  private List<String> onePass(String program, String how) {
    Stream<String> patterns =
        LogExport.PATTERNS.stream().flatMap(matcher -> Stream.of("-e", matcher.pattern()));
    return Stream.of(Stream.of(program, how), patterns, Stream.of(file.toString()))
        .flatMap(Function.identity())
        .toList();
  }

  private List<List<String>> aPassAPattern(String program, String how) {
    return LogExport.PATTERNS.stream()
        .map(LogMatcher::pattern)
        .map(pattern -> List.of(program, how, "-e", pattern, file.toString()))
        .toList();
  }

  /** The same ten counts. */
  private static String jq() {
    String found =
        LogExport.PATTERNS.stream()
            .map(
                matcher -> (matcher.kind() == Kind.LITERAL ? "contains" : "test") + quoted(matcher))
            .map(test -> "(if $text|" + test + " then 1 else 0 end)")
            .collect(Collectors.joining(","));
    return "reduce inputs as $entry ([range(10)|0];"
        + " ($entry | .textPayload // .jsonPayload.message // .httpRequest.requestUrl) as $text"
        + " | [., ["
        + found
        + "]] | transpose | map(add))";
  }

  private static String quoted(LogMatcher matcher) {
    return "(\"" + matcher.pattern() + "\")";
  }

  private static boolean installed(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
