package dev.stageproof.spi;

import java.util.List;

/**
 * Answers one kind of request by looking at the outside world; never judges. Called from several
 * threads at once. Opens what it needs lazily, at the first request, and keeps it until {@link
 * #close()}.
 *
 * @param <R> the requests it answers
 * @param <O> what it sees
 */
public interface Probe<R extends Request<O>, O extends Observation> extends AutoCloseable {

  /** The class of the requests it answers; one probe for each class. */
  Class<R> requestType();

  /**
   * Looks. Must return or throw within {@link ProbeContext#remaining()}, bound everything it reads,
   * and react to interruption.
   *
   * @throws UnobservedException when nothing could be seen, with the reason and the next step
   * @throws InterruptedException when the run is stopped or the deadline has passed
   */
  O observe(R request, ProbeContext context) throws UnobservedException, InterruptedException;

  /**
   * Further probes that use what this one keeps, such as a connection or a quota; they are closed
   * with it. Always the same ones.
   */
  default List<Probe<?, ?>> companions() {
    return List.of();
  }

  @Override
  default void close() {}
}
