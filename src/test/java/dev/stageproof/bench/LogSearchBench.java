package dev.stageproof.bench;

import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.logfile.LogFileProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures the search of a log export against programs that search text, in turn and as whole
 * processes, after one round that does not count: medians, what they came from, and ratios to
 * ripgrep in one pass; then the peak of resident memory for a hundredth of the entries and for all
 * of them. Programs that are not installed are left out; memory needs GNU time. It writes its
 * exports, about 365 MB for the usual 1,000,000 entries, to the folder that it is given and leaves
 * them there. Run it in the project's folder, on a machine that does nothing else.
 *
 * <pre>
 * mvn package dependency:build-classpath -Dmdep.outputFile=target/classpath
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
    Rivals rivals = new Rivals(folder, entries);
    Map<Rival, List<Long>> millis = new LinkedHashMap<>();
    List<Rival> all = rivals.all();
    all.forEach(rival -> millis.put(rival, new ArrayList<>()));
    for (int round = 0; round <= ROUNDS; round++) {
      for (Rival rival : all) {
        long took = rival.millis();
        if (round > 0) { // the first round builds, makes the archive, and fills the disk's cache
          millis.get(rival).add(took * rival.times());
        }
      }
    }
    print(millis);
    for (Rival rival : rivals.inMemory()) {
      System.out.printf("%-28s %6d MiB at most%n", rival.name(), rival.mebibytes());
    }
  }

  private static void print(Map<Rival, List<Long>> millis) {
    long base =
        millis.entrySet().stream()
            .filter(measured -> measured.getKey().name().equals(Rivals.RIPGREP))
            .mapToLong(measured -> median(measured.getValue()))
            .findFirst()
            .orElse(0);
    millis.forEach(
        (rival, all) ->
            System.out.printf(
                "%-28s %6d ms (%d to %d)  %6.2f x rg%n",
                rival.name(),
                median(all),
                Collections.min(all),
                Collections.max(all),
                (double) median(all) / base));
  }

  private static long millisSince(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
