package dev.stageproof.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The program of a job and everything that it starts, on this machine. What has lost its parent is
 * found by a variable in its environment, where the system shows that.
 */
final class JobProcess {
  private static final String MARK = "STAGEPROOF_SANDBOX_JOB";
  private static final Path PROC = Path.of("/proc");
  private static final int ENVIRONMENT_LIMIT = 1 << 20;
  private static final Duration GRACE = Duration.ofMillis(200);
  private static final int ROUNDS = 5;

  private final Process process;
  private final String mark;

  private JobProcess(Process process, String mark) {
    this.process = process;
    this.mark = MARK + "=" + mark;
  }

  /**
   * Starts a program; of the environment here it gets nothing but the search path.
   *
   * @throws IOException when there is no such program
   */
  static JobProcess start(List<String> command, Path folder, Map<String, String> environment)
      throws IOException {
    String mark = UUID.randomUUID().toString();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Optional<String> path = Optional.ofNullable(builder.environment().get("PATH"));
    builder.environment().clear();
    path.ifPresent(found -> builder.environment().put("PATH", found));
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    builder.environment().put(MARK, mark);
    Process process = builder.start();
    process.getOutputStream().close();
    return new JobProcess(process, mark);
  }

  InputStream stdout() {
    return process.getInputStream();
  }

  InputStream stderr() {
    return process.getErrorStream();
  }

  /** True when the program itself has ended by then. */
  boolean endsWithin(Duration limit) throws InterruptedException {
    return process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  int exitCode() {
    return process.exitValue();
  }

  /** Ends all of it, politely and then by force; waits at most some hundred milliseconds. */
  void end() throws InterruptedException {
    Set<ProcessHandle> all = running();
    all.forEach(ProcessHandle::destroy);
    for (int round = 0; round < ROUNDS && !all.isEmpty(); round++) {
      TimeUnit.MILLISECONDS.sleep(round == 0 ? 0 : GRACE.toMillis() / ROUNDS);
      all = running();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    running().forEach(ProcessHandle::destroyForcibly);
  }

  private Set<ProcessHandle> running() {
    Set<ProcessHandle> found = new HashSet<>(marked());
    found.add(process.toHandle());
    Set.copyOf(found).forEach(one -> one.descendants().forEach(found::add));
    found.removeIf(one -> !one.isAlive() || one.info().command().isEmpty());
    return found;
  }

  private Set<ProcessHandle> marked() {
    Set<ProcessHandle> found = new HashSet<>();
    if (!Files.isDirectory(PROC.resolve("self"))) {
      return found;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path each : processes) {
        if (bearsMark(each)) {
          ProcessHandle.of(Long.parseLong(each.getFileName().toString())).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the table of processes can't be read", e);
    }
    return found;
  }

  private boolean bearsMark(Path each) {
    try (InputStream environment = Files.newInputStream(each.resolve("environ"))) {
      byte[] variables = environment.readNBytes(ENVIRONMENT_LIMIT);
      return new String(variables, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      // It has ended, or belongs to somebody else: not ours to end either way.
      return false;
    }
  }
}
