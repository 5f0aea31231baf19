package dev.stageproof.observe;

import dev.stageproof.model.Window;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import dev.stageproof.spi.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the request log of a service which of its revisions answered stageproof's own requests.
 * Looks for all requests of a run merge into one.
 *
 * @param source the service; its revision is the one under test
 * @param since when the run began
 * @param asked the requests, each with a trace; distinct
 * @param maxLag how long to wait for their entries
 */
public record AnswerersRequest(
    LogSource source, Instant since, List<LoggedRequest<?>> asked, Duration maxLag)
    implements Request<AnswerersObservation> {

  /** How far Google's clock may be behind ours. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  /** Long enough for some entry of a service in use. */
  private static final Duration TRIED = Duration.ofMinutes(15);

  /** Cloud Logging takes timestamps up to a day ahead of its clock. */
  private static final Duration AHEAD = Duration.ofDays(1);

  public AnswerersRequest {
    asked = List.copyOf(asked);
    if (asked.isEmpty() || !asked.stream().allMatch(request -> request.trace().isPresent())) {
      throw new IllegalArgumentException("only requests with a trace can be found");
    }
  }

  @Override
  public String kind() {
    return "answerers";
  }

  @Override
  public String subject() {
    return "revisions of " + source.service() + " that answered, by the request log";
  }

  @Override
  public Class<AnswerersObservation> observationType() {
    return AnswerersObservation.class;
  }

  /** The traces as they were planned, without regard to attempts; distinct. */
  public List<TraceId> traces() {
    return asked.stream().flatMap(request -> request.trace().stream()).distinct().toList();
  }

  /** How many requests one attempt sends with a trace. */
  public int expected(TraceId trace) {
    return asked.stream()
        .filter(request -> request.trace().equals(Optional.of(trace)))
        .mapToInt(LoggedRequest::entries)
        .sum();
  }

  /** The filter that finds the entries of some traces, as they were sent. */
  public String filter(List<TraceId> sent) {
    return LogFilter.requestsOf(source, sent, new Window(since.minus(SKEW), since.plus(AHEAD)));
  }

  @Override
  public List<String> reproduce() {
    return List.of(command(traces().stream().map(trace -> trace.attempt(1)).toList()));
  }

  @Override
  public List<String> reproduce(AnswerersObservation seen) {
    return List.of(
        command(
            asked.stream().map(seen::of).map(own -> new TraceId(own.sent())).distinct().toList()));
  }

  private String command(List<TraceId> sent) {
    return Shell.command(
        List.of(
            "gcloud",
            "logging",
            "read",
            filter(sent),
            "--project=" + source.project(),
            "--order=asc",
            "--format=table(timestamp,resource.labels.revision_name,httpRequest.requestUrl)"));
  }

  @Override
  public Optional<Permission> permission() {
    return Optional.of(new Permission("logging.logEntries.list", "roles/logging.viewer"));
  }

  @Override
  public Optional<String> cost() {
    return Optional.of("1 of 60 log reads a minute, again while entries are waited for");
  }

  @Override
  public String whom() {
    return "Cloud Logging of " + source.project();
  }

  @Override
  public Optional<Usage> usage() {
    return Optional.of(new Usage(1, Usage.LOG_READS));
  }

  /** Nobody has sent the requests yet: any entry shows that the log may be read. */
  @Override
  public List<Request<?>> trials() {
    return List.of(
        new CredentialsRequest(),
        LogReadRequest.glimpse(source, new Window(since.minus(TRIED), since)));
  }

  @Override
  public Duration patience() {
    return maxLag;
  }

  @Override
  public Optional<Request<AnswerersObservation>> mergedWith(Request<?> other) {
    if (!(other instanceof AnswerersRequest look)
        || !source.equals(look.source)
        || !since.equals(look.since)) {
      return Optional.empty();
    }
    return Optional.of(
        new AnswerersRequest(
            source,
            since,
            Stream.<LoggedRequest<?>>concat(asked.stream(), look.asked.stream())
                .distinct()
                .toList(),
            maxLag.compareTo(look.maxLag) >= 0 ? maxLag : look.maxLag));
  }
}
