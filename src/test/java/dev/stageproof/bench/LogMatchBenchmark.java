package dev.stageproof.bench;

import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.entries.Entry;
import dev.stageproof.probes.entries.Tally;
import dev.stageproof.probes.logfile.LogFileProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures matching in a warm process, in nanoseconds an entry: patterns against texts that are
 * strings already, as the entries of Cloud Logging are, and against an export's raw bytes.
 *
 * <pre>
 * mvn test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/classes:target/test-classes:$(cat target/classpath) \
 *     org.openjdk.jmh.Main LogMatchBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LogMatchBenchmark {
  private static final int ENTRIES = 20_000;

  /** Which of {@link LogExport#PATTERNS} are looked for. */
  public enum Patterns {
    NONE,
    LITERALS,
    EXPRESSIONS,
    ALL;

    private boolean wants(LogMatcher matcher) {
      return switch (this) {
        case NONE -> false;
        case LITERALS -> matcher.kind() == LogMatcher.Kind.LITERAL;
        case EXPRESSIONS -> matcher.kind() == LogMatcher.Kind.REGEX;
        case ALL -> true;
      };
    }

    private LogQuestions questions() {
      List<LogMatcher> matchers = LogExport.PATTERNS.stream().filter(this::wants).toList();
      return new LogQuestions(matchers, List.of(), Optional.empty());
    }
  }

  @Param private Patterns patterns;

  private List<Entry> entries;
  private Path export;

  /** Makes the entries and writes the export. */
  @Setup
  public void prepare() throws Exception {
    entries = IntStream.range(0, ENTRIES).mapToObj(LogMatchBenchmark::entry).toList();
    export = Files.createTempFile("export", ".jsonl");
    LogExport.write(export, ENTRIES);
  }

  private static Entry entry(int i) {
    return new Entry(
        LogExport.START.plusMillis(i),
        LogSeverity.INFO,
        "run.googleapis.com/stderr",
        LogExport.textOf(i),
        "",
        Optional.empty());
  }

  /** Removes the export. */
  @TearDown
  public void remove() throws Exception {
    Files.delete(export);
  }

  /** Entries that were read before. */
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public long texts() {
    Tally tally = new Tally(patterns.questions(), LogExport.START, Long.MAX_VALUE);
    entries.forEach(tally::add);
    return tally.entries();
  }

  /** An export, with all that is counted of each entry. */
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public LogReadObservation bytes() throws Exception {
    LogFileRequest request =
        new LogFileRequest(
            export.toString(), Optional.empty(), Optional.empty(), patterns.questions());
    try (LogFileProbe probe = new LogFileProbe()) {
      return probe.observe(request, Deadline.in(Duration.ofMinutes(1)));
    }
  }
}
