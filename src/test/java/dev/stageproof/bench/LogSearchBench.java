package dev.stageproof.bench;

import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.logfile.LogFileProbe;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures the search of a log export against programs that search text, in turn and as whole
 * processes, and prints medians and ratios to ripgrep. Programs that are not installed are left
 * out. It writes its export, about 365 MB for the usual 1,000,000 entries, to the folder that it is
 * given and leaves it there.
 *
 * <pre>
 * mvn test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/classes:target/test-classes:$(cat target/classpath) \
 *     dev.stageproof.bench.LogSearchBench compare target 1000000
 * java -Xmx256m -cp target/classes:target/test-classes:$(cat target/classpath) \
 *     dev.stageproof.bench.LogSearchBench search target/export-1000000.jsonl 10
 * </pre>
 *
 * The second form searches some times over in one process, and prints each time and the peak of
 * resident memory.
 */
public final class LogSearchBench {
  private static final int ROUNDS = 5;
  private static final String RIPGREP = "rg, one pass";

  private LogSearchBench() {}

  /** Runs {@code compare FOLDER ENTRIES} or {@code search FILE TIMES}. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("compare FOLDER ENTRIES, or search FILE TIMES");
    }
    if (arguments[0].equals("search")) {
      search(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    } else {
      compare(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    }
  }

  private static void search(Path file, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      LogReadObservation seen = read(file);
      System.out.printf("%d entries in %d ms%n", seen.entries(), millisSince(began));
      if (i == 0) {
        seen.hits().forEach(hit -> System.out.println(hit.count() + " " + hit.matcher().pattern()));
      }
    }
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(System.out::println);
    }
  }

  private static LogReadObservation read(Path file) throws Exception {
    LogFileRequest request =
        new LogFileRequest(
            file.toString(),
            Optional.of(LogExport.REVISION),
            Optional.empty(),
            new LogQuestions(LogExport.PATTERNS, List.of(), Optional.empty()));
    try (LogFileProbe probe = new LogFileProbe()) {
      return probe.observe(request, Deadline.in(Duration.ofMinutes(10)));
    }
  }

  private static void compare(Path folder, int entries) throws Exception {
    Path file = folder.resolve("export-" + entries + ".jsonl");
    LogExport.write(file, entries);
    Map<String, List<List<String>>> rivals = rivals(file);
    Map<String, List<Long>> millis = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, List<List<String>>> rival : rivals.entrySet()) {
        millis
            .computeIfAbsent(rival.getKey(), name -> new ArrayList<>())
            .add(time(rival.getValue()));
      }
    }
    long base = median(millis.getOrDefault(RIPGREP, List.of(0L)));
    millis.forEach(
        (name, all) ->
            System.out.printf(
                "%-28s %6d ms  %5.2f x rg%n", name, median(all), (double) median(all) / base));
  }

  /** What is compared: for each name the commands that make one run. */
  private static Map<String, List<List<String>>> rivals(Path file) {
    Map<String, List<List<String>>> rivals = new LinkedHashMap<>();
    rivals.put("stageproof", List.of(ourselves(file)));
    if (installed("rg")) {
      rivals.put(RIPGREP, List.of(onePass("rg", "-c", file)));
      rivals.put("rg, a pass a pattern", aPassAPattern("rg", "-c", file));
    }
    if (installed("grep")) {
      rivals.put("grep, one pass", List.of(onePass("grep", "-cE", file)));
      rivals.put("grep, a pass a pattern", aPassAPattern("grep", "-cE", file));
    }
    if (installed("jq")) {
      rivals.put(
          "jq, reading only",
          List.of(List.of("jq", "-n", "reduce inputs as $e (0; .+1)", file.toString())));
    }
    return rivals;
  }

  private static List<String> ourselves(Path file) {
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

  private static List<String> onePass(String program, String how, Path file) {
    Stream<String> patterns =
        LogExport.PATTERNS.stream().flatMap(matcher -> Stream.of("-e", matcher.pattern()));
    return Stream.of(Stream.of(program, how), patterns, Stream.of(file.toString()))
        .flatMap(part -> part)
        .toList();
  }

  private static List<List<String>> aPassAPattern(String program, String how, Path file) {
    return LogExport.PATTERNS.stream()
        .map(LogMatcher::pattern)
        .map(pattern -> List.of(program, how, "-e", pattern, file.toString()))
        .toList();
  }

  private static long time(List<List<String>> commands) throws IOException, InterruptedException {
    long began = System.nanoTime();
    for (List<String> command : commands) {
      Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
      process.getInputStream().readAllBytes(); // grep stops early when its output is discarded
      process.waitFor();
    }
    return millisSince(began);
  }

  private static long millisSince(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static boolean installed(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
