package dev.stageproof.probes.process;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.observe.ProcessRequest;
import dev.stageproof.spi.UnobservedException;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program from its start to the end of everything it started. For one thread. */
final class RunningProgram implements AutoCloseable {

  /** JDK 17 writes "error=2, No such file…", newer ones "error: 2 (No such file…)". */
  private static final Pattern REASON = Pattern.compile("error[=:] ?\\d+,? \\(?([^()]+)");

  private static final Duration FIRST_LOOK = Duration.ofMillis(10);
  private static final Duration LAST_LOOK = Duration.ofMillis(250);

  private final Process process;
  private final ProcessTree tree;
  private final OutputPump pump;
  private final long startedAt;

  private RunningProgram(Process process, String mark, String stdin) {
    this.process = process;
    this.startedAt = System.nanoTime();
    this.tree = new ProcessTree(process.toHandle(), mark);
    InputFeeder.feed(process.getOutputStream(), stdin);
    this.pump = new OutputPump(process);
  }

  static RunningProgram start(ProcessRequest request) throws UnobservedException {
    String mark = UUID.randomUUID().toString();
    ProcessBuilder builder =
        new ProcessBuilder(request.argv()).directory(new File(request.directory()));
    builder.environment().putAll(request.environment());
    builder.environment().put(ProcessTree.MARK, mark);
    try {
      return new RunningProgram(builder.start(), mark, request.stdin().orElse(""));
    } catch (IOException e) {
      throw notStarted(request.argv().get(0), e);
    }
  }

  private static UnobservedException notStarted(String program, IOException cause) {
    String text = String.valueOf(cause.getMessage());
    Matcher reason = REASON.matcher(text);
    return new UnobservedException(
        Gap.of(
            GapReason.NOT_INSTALLED,
            "`%s` can't be started: %s"
                .formatted(program, reason.find() ? reason.group(1).strip() : text),
            "Install `%s`, or change the setting that names it, such as `interpreter`."
                .formatted(program)),
        cause);
  }

  /** Waits for the end of the program itself; false when it goes on longer. */
  boolean endsWithin(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    long step = FIRST_LOOK.toNanos();
    for (long left = limit.toNanos(); left > 0; left = deadline - System.nanoTime()) {
      if (process.waitFor(Math.min(step, left), TimeUnit.NANOSECONDS)) {
        return true;
      }
      tree.look();
      step = Math.min(2 * step, LAST_LOOK.toNanos());
    }
    return false;
  }

  /** What the program did; only once it has ended. */
  ProcessObservation observation() throws UnobservedException, InterruptedException {
    Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
    tree.end();
    boolean complete = pump.finish();
    return new ProcessObservation(
        process.exitValue(),
        pump.stdout().text(),
        pump.stderr().text(),
        !complete || pump.stdout().cut() || pump.stderr().cut(),
        took);
  }

  @Override
  public void close() {
    tree.end();
    pump.abandon();
  }
}
