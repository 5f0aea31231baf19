package dev.stageproof.probes.job;

import com.google.logging.v2.LogEntry;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.List;
import java.util.function.Predicate;

/** Reads a project's log. */
@FunctionalInterface
public interface JobLog {

  /**
   * Hands over page after page, oldest entry first, until {@code wantsMore} says no.
   *
   * @throws UnobservedException when it can't be read
   * @throws InterruptedException when the run is stopped
   */
  void read(
      String project, String filter, ProbeContext context, Predicate<List<LogEntry>> wantsMore)
      throws UnobservedException, InterruptedException;
}
