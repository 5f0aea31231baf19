package dev.stageproof.probes.process;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.observe.ProcessRequest;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Runs a program and tells what it did. Keeps nothing between two looks; any number may run at
 * once.
 *
 * <p>When this returns or throws, the program and everything it started have been ended, a program
 * that ended by itself included: nothing of a look outlives it.
 */
public final class ProcessProbe implements Probe<ProcessRequest, ProcessObservation> {

  /** Kept back from the time allowed, so that ending the processes fits into it as well. */
  private static final Duration TO_END_IT = Duration.ofSeconds(1);

  @Override
  public Class<ProcessRequest> requestType() {
    return ProcessRequest.class;
  }

  @Override
  public ProcessObservation observe(ProcessRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    requireFolder(request.directory());
    Duration limit = limit(context.remaining());
    try (RunningProgram program = RunningProgram.start(request)) {
      if (!program.endsWithin(limit)) {
        throw timedOut(request, limit);
      }
      return program.observation();
    }
  }

  /** At least three quarters of what is left. */
  private static Duration limit(Duration remaining) {
    Duration quarter = remaining.dividedBy(4);
    return remaining.minus(quarter.compareTo(TO_END_IT) < 0 ? quarter : TO_END_IT);
  }

  private static void requireFolder(String directory) throws UnobservedException {
    if (!Files.isDirectory(Path.of(directory))) {
      throw new UnobservedException(
          Gap.of(
              GapReason.NOT_FOUND,
              "the folder to run in does not exist: " + directory,
              "Create the folder, or correct the path that names it."));
    }
  }

  private static UnobservedException timedOut(ProcessRequest request, Duration limit) {
    String seconds = String.format(Locale.ROOT, "%.1f s", limit.toMillis() / 1000.0);
    return new UnobservedException(
        Gap.of(
            GapReason.TIMED_OUT,
            "`%s` had not ended after %s and was ended, with all that it started"
                .formatted(request.argv().get(0), seconds),
            "Raise the check's `timeout`, or run the program by hand to see what it waits for."));
  }
}
