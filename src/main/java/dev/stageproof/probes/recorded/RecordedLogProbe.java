package dev.stageproof.probes.recorded;

import dev.stageproof.model.RunRecord;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.RecordedLogRequest;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds a log in the record of an earlier run: of the reads of the revision that answer everything
 * that is asked the one that covers most. A record that somebody changed is not believed.
 */
public final class RecordedLogProbe implements Probe<RecordedLogRequest, LogReadObservation> {

  @Override
  public Class<RecordedLogRequest> requestType() {
    return RecordedLogRequest.class;
  }

  @Override
  public LogReadObservation observe(RecordedLogRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Trouble trouble = new Trouble(request.path());
    RunRecord record = new RecordFile(request.path()).read();
    List<RecordedRead> all = RecordedRead.of(record, trouble);
    Optional<String> revision =
        request.revision().or(() -> record.identity().map(identity -> identity.revision()));
    List<RecordedRead> its = all.stream().filter(read -> read.revision().equals(revision)).toList();
    if (its.isEmpty()) {
      throw trouble.noReads(revision, all);
    }
    return its.stream()
        .filter(read -> read.answers(request.questions()))
        .max(worth(request.questions()))
        .map(RecordedRead::seen)
        .orElseThrow(() -> new Unasked(trouble, its).of(request.questions()));
  }

  /** A read that lacks something is the last resort; of two of one length the later is better. */
  private static Comparator<RecordedRead> worth(LogQuestions questions) {
    return Comparator.<RecordedRead, Boolean>comparing(read -> read.seen().complete(questions))
        .thenComparing(read -> read.seen().window().length())
        .thenComparing(read -> read.seen().entries())
        .thenComparing(RecordedRead::at);
  }
}
