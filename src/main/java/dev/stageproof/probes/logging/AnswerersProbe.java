package dev.stageproof.probes.logging;

import dev.stageproof.observe.AnswerersObservation;
import dev.stageproof.observe.AnswerersRequest;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;

/**
 * Looks stageproof's own requests up in a service's request log, with the client and the quota of
 * the {@link LoggingProbe} whose companion it is.
 */
final class AnswerersProbe implements Probe<AnswerersRequest, AnswerersObservation> {

  /** Opens a project's log for one look. */
  @FunctionalInterface
  interface Opening {
    LogPages pages(String project, ProbeContext context)
        throws UnobservedException, InterruptedException;
  }

  private final Opening log;

  AnswerersProbe(Opening log) {
    this.log = log;
  }

  @Override
  public Class<AnswerersRequest> requestType() {
    return AnswerersRequest.class;
  }

  @Override
  public AnswerersObservation observe(AnswerersRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    return new AnswererSearch(log.pages(request.source().project(), context), context, request)
        .run();
  }
}
