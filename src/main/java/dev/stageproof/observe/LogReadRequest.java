package dev.stageproof.observe;

import dev.stageproof.model.Window;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads every log entry of one revision in a window, once, and counts the hits of all matchers.
 * Requests for the same revision and window merge, so that twenty log checks are one read.
 *
 * @param matchers what to count; distinct
 * @param maxEntries the read stops there and says so; 1 or more
 * @param maxLag how long to wait until ingestion has passed the window's end
 */
public record LogReadRequest(
    String project,
    String region,
    String service,
    String revision,
    Window window,
    List<LogMatcher> matchers,
    int maxEntries,
    Duration maxLag)
    implements Request<LogReadObservation> {

  public LogReadRequest {
    matchers = List.copyOf(matchers);
  }

  @Override
  public String kind() {
    return "log-read";
  }

  @Override
  public String subject() {
    return "log entries of " + revision + ", " + window.start() + " to " + window.end();
  }

  @Override
  public Class<LogReadObservation> observationType() {
    return LogReadObservation.class;
  }

  @Override
  public List<String> reproduce() {
    return List.of(
        Shell.command(
            List.of(
                "gcloud",
                "logging",
                "read",
                filter(),
                "--project=" + project,
                "--order=asc",
                "--limit=" + maxEntries,
                "--format=json")));
  }

  /** The filter of the read in Cloud Logging's query language. */
  public String filter() {
    return LogFilter.of(this);
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
    if (!(other instanceof LogReadRequest read) || !sameScope(read)) {
      return Optional.empty();
    }
    List<LogMatcher> all =
        Stream.concat(matchers.stream(), read.matchers.stream()).distinct().toList();
    int most = Math.max(maxEntries, read.maxEntries);
    Duration longest = maxLag.compareTo(read.maxLag) >= 0 ? maxLag : read.maxLag;
    return Optional.of(
        new LogReadRequest(project, region, service, revision, window, all, most, longest));
  }

  private boolean sameScope(LogReadRequest other) {
    return project.equals(other.project)
        && region.equals(other.region)
        && service.equals(other.service)
        && revision.equals(other.revision)
        && window.equals(other.window);
  }
}
