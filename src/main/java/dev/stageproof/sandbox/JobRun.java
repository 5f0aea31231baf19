package dev.stageproof.sandbox;

import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.EnvVar;
import com.google.cloud.run.v2.TaskTemplate;
import com.google.logging.type.LogSeverity;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One execution of a job: its program runs on a thread of its own until it ends by itself, at its
 * timeout or by {@link #cancel}. Safe for use by many threads.
 */
final class JobRun {
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final long LAST_WORDS_MILLIS = 1000;
  private static final long CLOSE_MILLIS = 2000;

  private final TaskTemplate task;
  private final JobEntries entries;
  private final Clock clock;
  private final Map<String, String> platform;
  private final Instant created;
  private final Thread thread;
  private volatile boolean cancelled;
  private volatile Optional<JobEnd> end = Optional.empty();

  private JobRun(TaskTemplate task, JobEntries entries, Clock clock, Map<String, String> platform) {
    this.task = task;
    this.entries = entries;
    this.clock = clock;
    this.platform = Map.copyOf(platform);
    this.created = clock.instant();
    this.thread = new Thread(this::run, "sandbox-job");
    thread.setDaemon(true);
  }

  /**
   * Starts an execution.
   *
   * @param platform the variables that Cloud Run itself sets
   */
  static JobRun start(
      TaskTemplate task, JobEntries entries, Clock clock, Map<String, String> platform) {
    JobRun run = new JobRun(task, entries, clock, platform);
    run.thread.start();
    return run;
  }

  Instant created() {
    return created;
  }

  /** How it ended; empty while it runs. */
  Optional<JobEnd> end() {
    return end;
  }

  /** Asks it to end; that takes a moment. */
  void cancel() {
    cancelled = true;
  }

  /** Ends it and waits for that. */
  void close() {
    cancel();
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Container container = task.getContainers(0);
    try (JobFolder folder = JobFolder.of(container.getWorkingDir())) {
      over(run(command(container), folder, environment(container)));
    } catch (IOException e) {
      over(JobEnd.notStarted(String.valueOf(e.getMessage()), clock.instant()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      over(JobEnd.cancelled(clock.instant()));
    }
  }

  private void over(JobEnd how) {
    entries.completed(how);
    end = Optional.of(how);
  }

  private static List<String> command(Container container) throws IOException {
    if (container.getCommandCount() == 0) {
      throw new NoSuchFileException("the sandbox has no image, so it needs a command");
    }
    return Stream.concat(container.getCommandList().stream(), container.getArgsList().stream())
        .toList();
  }

  /** What the container sets; a secret is not there, since the sandbox keeps none. */
  private Map<String, String> environment(Container container) {
    Map<String, String> variables = new LinkedHashMap<>(platform);
    container.getEnvList().stream()
        .filter(variable -> !variable.hasValueSource())
        .forEach((EnvVar variable) -> variables.put(variable.getName(), variable.getValue()));
    return variables;
  }

  private JobEnd run(List<String> command, JobFolder folder, Map<String, String> environment)
      throws InterruptedException {
    JobProcess process;
    try {
      process = JobProcess.start(command, folder.path(), environment);
    } catch (IOException e) {
      String why = "error finding executable \"" + command.get(0) + "\" in PATH";
      entries.system(LogSeverity.ERROR, "Application failed to start: " + why);
      return JobEnd.notStarted(why, clock.instant());
    }
    LineReader out =
        LineReader.start(process.stdout(), line -> entries.line(JobEntries.STDOUT, line));
    LineReader err =
        LineReader.start(process.stderr(), line -> entries.line(JobEntries.STDERR, line));
    boolean ended = await(process);
    process.end();
    out.finish(LAST_WORDS_MILLIS);
    err.finish(LAST_WORDS_MILLIS);
    return ended ? exited(process.exitCode()) : broken();
  }

  private JobEnd exited(int code) {
    LogSeverity severity = code == 0 ? LogSeverity.INFO : LogSeverity.WARNING;
    entries.system(severity, "Container called exit(" + code + ").");
    return JobEnd.exited(code, clock.instant());
  }

  private JobEnd broken() {
    if (cancelled) {
      entries.system(LogSeverity.WARNING, "The execution was cancelled.");
      return JobEnd.cancelled(clock.instant());
    }
    entries.system(
        LogSeverity.ERROR,
        "Terminating task because it has reached the maximum timeout of %d seconds."
            .formatted(limit().toSeconds()));
    return JobEnd.timedOut(clock.instant());
  }

  /** True when the program ended by itself. */
  private boolean await(JobProcess process) throws InterruptedException {
    long deadline = System.nanoTime() + limit().toNanos();
    while (!cancelled && System.nanoTime() < deadline) {
      if (process.endsWithin(LOOK)) {
        return true;
      }
    }
    return false;
  }

  private Duration limit() {
    return Duration.ofSeconds(task.getTimeout().getSeconds(), task.getTimeout().getNanos());
  }
}
