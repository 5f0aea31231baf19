package dev.stageproof.probes.recorded;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Metric;
import dev.stageproof.model.RunRecord;
import dev.stageproof.observe.RecordedMetricObservation;
import dev.stageproof.observe.RecordedMetricRequest;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.Optional;

/** Finds a number in the record of an earlier run. */
public final class RecordedMetricProbe
    implements Probe<RecordedMetricRequest, RecordedMetricObservation> {

  @Override
  public Class<RecordedMetricRequest> requestType() {
    return RecordedMetricRequest.class;
  }

  @Override
  public RecordedMetricObservation observe(RecordedMetricRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Trouble trouble = new Trouble(request.path());
    RunRecord record = new RecordFile(request.path()).read();
    Optional<Metric> metric =
        record.checks().stream()
            .filter(check -> check.id().equals(request.check()))
            .flatMap(check -> check.evaluation().stream())
            .flatMap(evaluation -> evaluation.metrics().stream())
            .filter(one -> one.name().equals(request.metric()))
            .findFirst();
    if (metric.isEmpty()) {
      throw missing(request, record, trouble);
    }
    return new RecordedMetricObservation(
        metric.get().value(), metric.get().unit(), record.startedAt());
  }

  private static UnobservedException missing(
      RecordedMetricRequest request, RunRecord record, Trouble trouble) {
    boolean known = record.checks().stream().map(CheckResult::id).anyMatch(request.check()::equals);
    return trouble.gap(
        GapReason.NOT_FOUND,
        known
            ? "has no `%s` of check `%s`".formatted(request.metric(), request.check())
            : "has no check `%s`".formatted(request.check()),
        "compare with a record of a run that measured it");
  }
}
