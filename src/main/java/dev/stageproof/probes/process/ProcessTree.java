package dev.stageproof.probes.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A process and everything it started.
 *
 * <p>A process whose parent has ended is no longer a descendant of anything we know. Two things
 * find it all the same: looks taken while the parent lived, and on Linux a variable in its
 * environment, which a process inherits whoever its parent is. One that hides from both, by
 * starting anew with an empty environment within milliseconds, is out of reach.
 */
final class ProcessTree {

  /** The environment variable that marks what belongs to one run of a program. */
  static final String MARK = "STAGEPROOF_PROCESS";

  private static final Path PROC = Path.of("/proc");
  private static final int ENVIRONMENT_LIMIT = 1 << 20;
  private static final Duration GRACE = Duration.ofMillis(300);
  private static final Duration FORCED = Duration.ofMillis(100);
  private static final int ROUNDS = 5;
  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

  private final ProcessHandle root;
  private final String mark;
  private final Set<ProcessHandle> seen = new HashSet<>();

  ProcessTree(ProcessHandle root, String mark) {
    this.root = root;
    this.mark = MARK + "=" + mark;
    seen.add(root);
  }

  /** Remembers what the process has started so far. */
  void look() {
    for (ProcessHandle known : Set.copyOf(seen)) {
      known.descendants().forEach(seen::add);
    }
  }

  /** Ends all of it: politely, then by force. Takes less than a second, interrupted or not. */
  void end() {
    boolean interrupted = Thread.interrupted();
    try {
      if (!running()) {
        return;
      }
      seen.forEach(ProcessHandle::destroy);
      await(GRACE);
      // In rounds, since what is about to be ended can still start something.
      for (int round = 0; round < ROUNDS && running(); round++) {
        seen.forEach(ProcessHandle::destroyForcibly);
        await(FORCED);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean running() {
    look();
    marked();
    seen.removeIf(process -> !process.isAlive() && !process.equals(root));
    return seen.stream().anyMatch(ProcessTree::runs);
  }

  /** False for a zombie: dead, without a command, and still in the table of processes. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** Polls: being told of a stranger's end costs a thread that may outlive us. */
  private void await(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (seen.stream().anyMatch(ProcessTree::runs) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void marked() {
    if (!Files.isDirectory(PROC.resolve("self"))) {
      return;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (bearsMark(process)) {
          handle(process).ifPresent(seen::add);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the table of processes can't be read", e);
    }
  }

  private boolean bearsMark(Path process) {
    try (InputStream environment = Files.newInputStream(process.resolve("environ"))) {
      byte[] variables = environment.readNBytes(ENVIRONMENT_LIMIT);
      return new String(variables, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      // It has ended, or belongs to somebody else: not ours to end either way.
      return false;
    }
  }

  private static Optional<ProcessHandle> handle(Path process) {
    return ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
  }
}
