package dev.stageproof.observe;

import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes what an earlier run read of a log from that run's record.
 *
 * @param path the record, absolute
 * @param revision whose log; by default that of the revision that was under test
 * @param questions what the earlier run has to have asked as well
 */
public record RecordedLogRequest(String path, Optional<String> revision, LogQuestions questions)
    implements Request<LogReadObservation> {

  private static final String LOGS =
      "(.evidence + (.baseline.evidence // []))[]"
          + " | select(.asked.source.revision == $revision or .asked.revision == $revision)"
          + " | .data | {window, entries, hits, numbers, signatures}";

  @Override
  public String kind() {
    return "recorded-log";
  }

  @Override
  public String subject() {
    return revision.map(of -> "log of " + of + " in the record ").orElse("log in the record ")
        + path;
  }

  @Override
  public Class<LogReadObservation> observationType() {
    return LogReadObservation.class;
  }

  /** Prints what every log read of the revision showed. */
  @Override
  public List<String> reproduce() {
    List<String> words = new ArrayList<>(List.of("jq"));
    revision.ifPresent(of -> words.addAll(List.of("--arg", "revision", of)));
    words.add(revision.isPresent() ? LOGS : ".identity.revision as $revision | " + LOGS);
    words.add(path);
    return List.of(Shell.command(words));
  }
}
