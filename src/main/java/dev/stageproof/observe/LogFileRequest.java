package dev.stageproof.observe;

import dev.stageproof.model.Window;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.List;
import java.util.Optional;

/**
 * Reads log entries from a file as {@code gcloud logging read --format=json} prints them (a JSON
 * array) or as an export holds them (one JSON object a line), plain or gzip.
 *
 * @param path absolute, or {@code -} for standard input
 * @param revision skip entries that name another revision
 * @param window skip entries outside of it
 */
public record LogFileRequest(
    String path, Optional<String> revision, Optional<Window> window, LogQuestions questions)
    implements Request<LogReadObservation> {

  /** The kind of look. */
  public static final String KIND = "log-file";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String subject() {
    return "log entries in " + path;
  }

  @Override
  public Class<LogReadObservation> observationType() {
    return LogReadObservation.class;
  }

  @Override
  public List<String> reproduce() {
    List<String> patterns = questions.matchers().stream().map(LogMatcher::pattern).toList();
    if (questions.matchers().size() != 1) {
      return List.of(Shell.command(List.of("ls", "-l", path)));
    }
    boolean literal = questions.matchers().get(0).kind() == LogMatcher.Kind.LITERAL;
    return List.of(
        Shell.command(List.of("grep", literal ? "-cF" : "-cE", "-e", patterns.get(0), path)));
  }

  @Override
  public Optional<Request<LogReadObservation>> mergedWith(Request<?> other) {
    if (!(other instanceof LogFileRequest read)
        || !path.equals(read.path)
        || !revision.equals(read.revision)
        || !window.equals(read.window)) {
      return Optional.empty();
    }
    return Optional.of(new LogFileRequest(path, revision, window, questions.with(read.questions)));
  }

  @Override
  public String whom() {
    return "this machine";
  }

  /** Is the file there? Standard input can be read only once. */
  @Override
  public List<Request<?>> trials() {
    return path.equals("-") ? List.of() : List.of(PresenceRequest.file(path));
  }
}
