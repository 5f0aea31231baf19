package dev.stageproof.observe;

import dev.stageproof.model.Window;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.List;
import java.util.Optional;

/**
 * Reads every log entry of one revision in a window, once, and answers all questions in that pass.
 * Requests for the same revision and window merge, so that twenty log checks are one read.
 *
 * @param window from where to where; a marked request moves the end to its own time
 * @param maxEntries the read stops there and says so; 1 or more
 */
public record LogReadRequest(
    LogSource source,
    Window window,
    LogQuestions questions,
    int maxEntries,
    Watermarking watermarking)
    implements Request<LogReadObservation> {

  /** The kind of look. */
  public static final String KIND = "log-read";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String subject() {
    return "log entries of " + source.revision() + ", " + window.start() + " to " + window.end();
  }

  @Override
  public Class<LogReadObservation> observationType() {
    return LogReadObservation.class;
  }

  /** A request with one matcher and nothing else repeats as the search for its hits. */
  @Override
  public List<String> reproduce() {
    return List.of(
        Shell.command(
            List.of(
                "gcloud",
                "logging",
                "read",
                LogFilter.of(source, window, questions),
                "--project=" + source.project(),
                "--order=asc",
                "--limit=" + maxEntries,
                "--format=json")));
  }

  /** Repeats what was covered: a marked request closes the window later than was asked. */
  @Override
  public List<String> reproduce(LogReadObservation seen) {
    return over(seen.window()).reproduce();
  }

  /** The same questions to another stretch of time. */
  public LogReadRequest over(Window other) {
    return new LogReadRequest(source, other, questions, maxEntries, watermarking);
  }

  /** The filter of the whole read in Cloud Logging's query language. */
  public String filter() {
    return LogFilter.of(source, window);
  }

  @Override
  public Optional<Permission> permission() {
    return Optional.of(new Permission("logging.logEntries.list", "roles/logging.viewer"));
  }

  @Override
  public Optional<String> cost() {
    return Optional.of("1 of 60 log reads a minute for each 1,000 entries");
  }

  @Override
  public Optional<Request<LogReadObservation>> mergedWith(Request<?> other) {
    if (!(other instanceof LogReadRequest read)
        || !source.equals(read.source)
        || !window.equals(read.window)) {
      return Optional.empty();
    }
    return Optional.of(
        new LogReadRequest(
            source,
            window,
            questions.with(read.questions),
            Math.max(maxEntries, read.maxEntries),
            watermarking.with(read.watermarking)));
  }
}
