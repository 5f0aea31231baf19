package dev.stageproof.bench;

import dev.stageproof.formats.html.HtmlFormat;
import dev.stageproof.formats.markdown.MarkdownFormat;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.ReportFiles;
import dev.stageproof.report.SampleLatencies;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures a report of many checks, in one process: the first render of each format, with what
 * FreeMarker needs to begin, then the best of some more; and what the record alone takes. How much
 * a report needs is found with the smallest {@code -Xmx} that it can be written with.
 *
 * <pre>
 * mvn test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -Xmx256m -cp target/classes:target/test-classes:$(cat target/classpath) \
 *     dev.stageproof.bench.ReportBench html target 10000 10
 * </pre>
 *
 * The last two are how many checks, and how many lines of evidence each of their excerpts has.
 */
public final class ReportBench {
  private static final int ROUNDS = 6;

  private ReportBench() {}

  /** Runs {@code FORMAT FOLDER CHECKS LINES}. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      throw new IllegalArgumentException("FORMAT FOLDER CHECKS LINES");
    }
    ReportFormat format =
        List.of(new HtmlFormat(), new MarkdownFormat()).stream()
            .filter(it -> it.kind().equals(arguments[0]))
            .findFirst()
            .orElseThrow();
    Path file = Path.of(arguments[1], "bench." + format.extension());
    RunRecord run =
        SampleLatencies.many(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    System.out.printf("record made, %d MiB in use%n", usedMiB());
    long first = millis(format, run, file);
    long best = first;
    for (int i = 1; i < ROUNDS; i++) {
      best = Math.min(best, millis(format, run, file));
    }
    System.out.printf(
        "%s: %d KiB, first %d ms, best of %d %d ms%n",
        format.kind(), Files.size(file) / 1024, first, ROUNDS, best);
  }

  private static long usedMiB() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static long millis(ReportFormat format, RunRecord run, Path file) throws IOException {
    long began = System.nanoTime();
    ReportFiles.writeOver(file, out -> format.render(run, RenderOptions.standard(), out));
    return (System.nanoTime() - began) / 1_000_000;
  }
}
