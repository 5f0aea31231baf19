package dev.stageproof.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way to search an export.
 *
 * @param times how many times as much the others read
 * @param commands what makes one run
 */
record Rival(String name, int times, List<List<String>> commands) {
  private static final String PEAK = "Maximum resident set size (kbytes): ";
  private static final int KIBIBYTES = 1 << 10;

  static Rival of(String name, List<String> command) {
    return new Rival(name, 1, List.of(command));
  }

  /** How long one run takes as whole processes. */
  long millis() throws IOException, InterruptedException {
    long began = System.nanoTime();
    for (List<String> command : commands) {
      run(command, Redirect.INHERIT);
    }
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  /** The most resident memory of one run, by GNU time. */
  long mebibytes() throws IOException, InterruptedException {
    List<String> timed =
        Stream.concat(Stream.of(Rivals.TIME, "-v"), commands.get(0).stream()).toList();
    return run(timed, Redirect.PIPE)
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith(PEAK))
            .mapToLong(line -> Long.parseLong(line.substring(PEAK.length())))
            .max()
            .orElseThrow()
        / KIBIBYTES;
  }

  /** What the command wrote to standard error, if that is read. */
  private static String run(List<String> command, Redirect errors)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectError(errors).start();
    process.getInputStream().readAllBytes(); // grep stops early when its output is discarded
    String written = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() > 1) {
      throw new IOException(command + " ended with " + process.exitValue() + " " + written);
    }
    return written;
  }
}
