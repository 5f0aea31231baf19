package dev.stageproof.observe;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation.Narrowed;
import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import dev.stageproof.spi.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads every log entry of one revision in a window, once, and answers all questions in that pass.
 * Of a log with more entries than are to be read, the rest is read narrowed to what can answer.
 * Requests for the same revision and window merge, so that twenty log checks are one read.
 *
 * @param window from where to where; a marked request moves the end to its own time
 * @param maxEntries the whole read stops there and says so, and so does each narrowed read that
 *     follows; 1 or more
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
    return LogFilter.of(source, window, questions).stream().map(this::command).toList();
  }

  /**
   * Repeats what was covered: a marked request closes the window later than was asked, and narrowed
   * reads go on where the whole one stopped.
   */
  @Override
  public List<String> reproduce(LogReadObservation seen) {
    List<String> commands = over(seen.window()).reproduce();
    boolean wholeRead = commands.equals(List.of(command(over(seen.window()).filter())));
    Stream<String> more =
        seen.narrowed().stream().filter(any -> wholeRead).map(Narrowed::filter).map(this::command);
    return Stream.concat(commands.stream(), more).toList();
  }

  private String command(String filter) {
    return Shell.command(
        List.of(
            "gcloud",
            "logging",
            "read",
            filter,
            "--project=" + source.project(),
            "--order=asc",
            "--limit=" + maxEntries,
            "--format=json"));
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
    return Optional.of(
        String.format(
            Locale.ROOT,
            "1 of 60 log reads a minute for each 1,000 entries; after %,d entries only for those"
                + " that can match%s",
            maxEntries,
            marked() ? "; and one marked request to the service" : ""));
  }

  @Override
  public String whom() {
    return "Cloud Logging of " + source.project();
  }

  /** The read, and one more to see how far ingestion has come. */
  @Override
  public Optional<Usage> usage() {
    return Optional.of(
        new Usage(watermarking.how() == Watermarking.How.OFF ? 1 : 2, Usage.LOG_READS));
  }

  /** One entry of the window, whatever it says; and the service that the mark is sent to. */
  @Override
  public List<Request<?>> trials() {
    List<Request<?>> trials = new ArrayList<>();
    trials.add(new CredentialsRequest());
    trials.add(glimpse(source, window));
    if (marked()) {
      watermarking
          .url()
          .map(url -> HttpRequest.get(url, watermarking.access()))
          .ifPresent(trials::add);
    }
    return List.copyOf(trials);
  }

  /** One entry, whatever it says. */
  static LogReadRequest glimpse(LogSource source, Window window) {
    Watermarking none =
        new Watermarking(Watermarking.How.OFF, Duration.ZERO, Optional.empty(), false);
    return new LogReadRequest(source, window, LogQuestions.nothingMore(), 1, none);
  }

  private boolean marked() {
    return watermarking.how() == Watermarking.How.REQUEST && watermarking.url().isPresent();
  }

  @Override
  public List<Diagnosis> diagnose(LogReadObservation seen) {
    String granted = "granted: logging.logEntries.list";
    return List.of(
        seen.entries() > 0
            ? Diagnosis.ok("there are entries; " + granted)
            : Diagnosis.warning(
                "no entries of this revision in that time; " + granted,
                "widen `window` if its checks need entries; exclusion filters may also keep"
                    + " entries out of the log"));
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
