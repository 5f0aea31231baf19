package dev.stageproof.probes.recorded;

import dev.stageproof.model.Baseline;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.RunRecord;
import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Hits;
import dev.stageproof.observe.LogReadObservation.Measured;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.LogSource;
import dev.stageproof.shape.MisfitException;
import dev.stageproof.shape.TreeReader;
import dev.stageproof.spi.UnobservedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A log read that an earlier run kept.
 *
 * @param revision whose log; empty for an export that was read whole
 * @param signaturesFrom from which severity on signatures were collected
 * @param at when the read began
 */
record RecordedRead(
    Optional<String> revision,
    Optional<LogSeverity> signaturesFrom,
    LogReadObservation seen,
    Instant at) {

  /** Every log read of a run and of its baseline; what it took from yet another record is not. */
  static List<RecordedRead> of(RunRecord record, Trouble trouble) throws UnobservedException {
    Stream<Evidence> before =
        record.baseline().map(Baseline::evidence).stream().flatMap(List::stream);
    List<Evidence> kept = Stream.concat(record.evidence().stream(), before).toList();
    List<RecordedRead> reads = new ArrayList<>();
    for (Evidence evidence : kept) {
      boolean log =
          evidence.kind().equals(LogReadRequest.KIND)
              || evidence.kind().equals(LogFileRequest.KIND);
      if (log && evidence.gap().isEmpty()) {
        reads.add(of(evidence, trouble));
      }
    }
    return reads;
  }

  private static RecordedRead of(Evidence evidence, Trouble trouble) throws UnobservedException {
    try {
      return new RecordedRead(
          revision(evidence.asked()),
          signaturesFrom(evidence.asked()),
          TreeReader.read(LogReadObservation.class, evidence.data()),
          evidence.seenAt());
    } catch (MisfitException e) {
      throw trouble.otherForm(evidence.id(), e);
    }
  }

  private static Optional<String> revision(Map<String, Object> asked) throws MisfitException {
    if (asked.get("source") instanceof Map<?, ?> source) {
      return Optional.of(TreeReader.read(LogSource.class, source).revision());
    }
    return asked.get("revision") instanceof String name ? Optional.of(name) : Optional.empty();
  }

  private static Optional<LogSeverity> signaturesFrom(Map<String, Object> asked)
      throws MisfitException {
    return asked.get("questions") instanceof Map<?, ?> questions
        ? TreeReader.read(LogQuestions.class, questions).signaturesFrom()
        : Optional.empty();
  }

  /** True when the read tells everything that is asked, in words that can be compared. */
  boolean answers(LogQuestions questions) {
    return seen.hits().stream().map(Hits::matcher).toList().containsAll(questions.matchers())
        && seen.numbers().stream().map(Measured::number).toList().containsAll(questions.numbers())
        && questions.signaturesFrom().stream().allMatch(this::collected)
        && (questions.signaturesFrom().isEmpty() || maskedAsToday());
  }

  /** True when signatures of entries of the severity were collected. */
  boolean collected(LogSeverity severity) {
    return signaturesFrom.filter(from -> from.compareTo(severity) <= 0).isPresent();
  }

  /** Lines that are masked otherwise would look new. */
  boolean maskedAsToday() {
    return seen.masking().equals(Optional.of(LogReadObservation.MASKING));
  }
}
