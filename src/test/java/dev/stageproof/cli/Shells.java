package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs printed commands as a reader would paste them.
 *
 * @param folder where their output goes
 * @param environment all that they get beside PATH
 */
record Shells(Path folder, Map<String, String> environment) {
  private static final int AT_ONCE = 4;

  /** How curl ends when it has listened to an open connection for as long as it should. */
  private static final int TIME_IS_OVER = 28;

  private static final long LONGEST_SECONDS = 60;

  /** What each command printed; fails when one does not end well. */
  Map<String, String> run(Collection<String> commands) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<String>> running = new ArrayList<>();
      for (String command : commands) {
        running.add(threads.submit(() -> run(command)));
      }
      Map<String, String> printed = new LinkedHashMap<>();
      int i = 0;
      for (String command : commands) {
        printed.put(command, running.get(i++).get());
      }
      return printed;
    } finally {
      threads.shutdownNow();
    }
  }

  /** A socket stays open after its handshake, which is what such a command shows. */
  private static String impatient(String command) {
    return command.replace(" --max-time 5 ", " --max-time 1 ");
  }

  private String run(String command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "command", ".out");
    Path err = Files.createTempFile(folder, "command", ".err");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", impatient(command))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as(command).isTrue();
      assertThat(process.exitValue())
          .as("%s%n%s", command, Files.readString(err))
          .isIn(0, command.contains(" --max-time ") ? TIME_IS_OVER : 0);
      return Files.readString(out);
    } finally {
      process.destroyForcibly();
    }
  }
}
