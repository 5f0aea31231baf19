package dev.stageproof.probes.job;

import com.google.cloud.run.v2.Execution;
import com.google.logging.v2.LogEntry;
import dev.stageproof.model.Window;
import dev.stageproof.observe.JobObservation.Output;
import dev.stageproof.observe.JobRequest;
import dev.stageproof.observe.LogFilter;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads what a job's program wrote, once the log has passed the program's end: Cloud Run itself
 * writes an entry about that end, and what the program wrote comes before it.
 */
record WrittenLines(JobRequest request, String job, JobLog log, ProbeContext time) {

  /** Entries come within seconds; who waits longer than this is told that they may lack some. */
  private static final Duration MAX_LAG = Duration.ofMinutes(1);

  /** Each look is a call of the quota. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  /** What the read itself gets of the time that is left, at most. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  /** A day off is what Cloud Logging takes, and a program may set the time of its lines. */
  private static final Duration REACH = Duration.ofDays(1);

  private static final String EXITED = "Container called exit(";

  /** The output, or why it could not be read. */
  Output read(Execution ended) throws InterruptedException {
    String filter = filter(ended);
    try {
      boolean complete = awaitEnd(filter, Seen.instant(ended.getCompletionTime()));
      LineTally lines = new LineTally();
      log.read(request.revision().project(), filter, time, lines::add);
      return lines.output(complete);
    } catch (UnobservedException e) {
      return Output.unseen(e.gap());
    }
  }

  private String filter(Execution ended) {
    Window window =
        new Window(
            Seen.instant(ended.getCreateTime()).minus(REACH),
            Seen.instant(ended.getCompletionTime()).plus(REACH));
    String execution = ended.getName().substring(ended.getName().lastIndexOf('/') + 1);
    return LogFilter.execution(request.revision(), job, execution, window);
  }

  /** True once an entry tells of the program's end. */
  private boolean awaitEnd(String filter, Instant completed)
      throws UnobservedException, InterruptedException {
    ProbeContext waiting = Shortened.by(RESERVE, time);
    Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
    Instant begun = time.now();
    while (!ended(filter, completed)) {
      Duration pause = pauses.next();
      boolean late = Duration.between(begun, time.now()).plus(pause).compareTo(MAX_LAG) > 0;
      if (late || waiting.remaining().compareTo(pause) <= 0) {
        return false;
      }
      waiting.pause(pause);
    }
    return true;
  }

  private boolean ended(String filter, Instant completed)
      throws UnobservedException, InterruptedException {
    boolean[] found = new boolean[1];
    log.read(
        request.revision().project(),
        LogFilter.notWritten(filter),
        time,
        page -> {
          found[0] |= page.stream().anyMatch(entry -> tellsOfEnd(entry, completed));
          return !found[0];
        });
    return found[0];
  }

  private static boolean tellsOfEnd(LogEntry entry, Instant completed) {
    return entry.getTextPayload().startsWith(EXITED)
        || !Seen.instant(entry.getTimestamp()).isBefore(completed);
  }
}
