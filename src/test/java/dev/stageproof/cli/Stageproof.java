package dev.stageproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs stageproof as a process of its own, as a user's shell would. */
final class Stageproof {
  private static final long LIMIT_SECONDS = 60;

  /** What a finished process left behind. */
  record Ended(int code, String out, String err) {}

  private final Path folder;
  private final List<String> jvmOptions = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  /**
   * Prepares a process.
   *
   * @param folder holds its output
   */
  Stageproof(Path folder) {
    this.folder = folder;
  }

  Stageproof jvm(String option) {
    jvmOptions.add(option);
    return this;
  }

  Stageproof with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("GITHUB_ACTIONS");
    builder.environment().putAll(environment);
    builder.redirectOutput(out().toFile()).redirectError(err().toFile());
    return builder.start();
  }

  Ended run(String... args) throws IOException, InterruptedException {
    return end(start(args));
  }

  Ended end(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + LIMIT_SECONDS + " s: " + errSoFar());
    }
    return new Ended(process.exitValue(), text(out()), text(err()));
  }

  String errSoFar() throws IOException {
    return text(err());
  }

  private Path out() {
    return folder.resolve("stageproof.out");
  }

  private Path err() {
    return folder.resolve("stageproof.err");
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }
}
