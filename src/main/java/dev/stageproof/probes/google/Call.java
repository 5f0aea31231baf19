package dev.stageproof.probes.google;

import com.google.api.core.ApiFuture;
import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode.Code;
import com.google.api.gax.rpc.UnaryCallable;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import io.grpc.CallOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes unary calls within a look's deadline. The clients' own retries are switched off: they last
 * about a minute on a dead endpoint and know nothing of the deadline.
 *
 * @param asked what is asked, for the text of a failure
 * @param context the look's deadline and its way to pause
 * @param turn what each attempt waits for
 */
public record Call(Asked asked, ProbeContext context, Turn turn) {

  /** An endpoint that has not accepted a connection by then is called unreachable. */
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  /** An endpoint that has not answered by then is reported, however long the look may take. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

  /** What is left of a deadline to report that it has passed, at most. */
  private static final Duration REPORT_TIME = Duration.ofMillis(300);

  /** The second pause outlasts the second that gRPC waits before it connects anew. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(300), Duration.ofMillis(1300));

  /** From 1 s, doubled: together 63 s, after which a quota of a minute is back or not ours. */
  private static final int QUOTA_PAUSES = 6;

  private static final Set<Code> PASSING =
      Set.of(Code.UNAVAILABLE, Code.INTERNAL, Code.DEADLINE_EXCEEDED);

  /** Calls that have no quota of their own to keep. */
  public Call(Asked asked, ProbeContext context) {
    this(asked, context, Turn.free());
  }

  /**
   * Calls, and again after failures that may pass, as long as the deadline allows.
   *
   * @throws UnobservedException with the reason and the next step
   * @throws InterruptedException when the run is stopped; the call is cancelled
   */
  public <Q, A> A of(UnaryCallable<Q, A> method, Q request)
      throws UnobservedException, InterruptedException {
    for (int failures = 1; ; failures++) {
      turn.await(context);
      try {
        return attempt(method, request);
      } catch (CallFailed failure) {
        Optional<Duration> pause =
            pause(failure, failures).filter(length -> length.compareTo(limit()) < 0);
        if (pause.isEmpty()) {
          throw new UnobservedException(CallGaps.of(failure, asked), failure);
        }
        context.pause(pause.get());
      }
    }
  }

  /**
   * Calls one time only: for what must not be done twice.
   *
   * @throws UnobservedException with the reason and the next step
   * @throws InterruptedException when the run is stopped; the call is cancelled, and may have been
   *     heard all the same
   */
  public <Q, A> A once(UnaryCallable<Q, A> method, Q request)
      throws UnobservedException, InterruptedException {
    turn.await(context);
    try {
      return attempt(method, request);
    } catch (CallFailed failure) {
      throw new UnobservedException(CallGaps.of(failure, asked), failure);
    }
  }

  /** How long to wait after the given number of failures; empty when another try is pointless. */
  private static Optional<Duration> pause(CallFailed failure, int failures) {
    if (CallGaps.overQuota(failure)) {
      return failures <= QUOTA_PAUSES
          ? Optional.of(Duration.ofSeconds(1L << (failures - 1)))
          : Optional.empty();
    }
    boolean silent = !failure.connected() && failure.code() == Code.DEADLINE_EXCEEDED;
    boolean again =
        PASSING.contains(failure.code()) && !silent && !failure.late() && failures <= PAUSES.size();
    return again ? Optional.of(PAUSES.get(failures - 1)) : Optional.empty();
  }

  private <Q, A> A attempt(UnaryCallable<Q, A> method, Q request)
      throws CallFailed, InterruptedException {
    Connection connection = new Connection();
    Duration limit = limit().compareTo(ANSWER_LIMIT) < 0 ? limit() : ANSWER_LIMIT;
    long patience = System.nanoTime() + limit.toNanos();
    ApiFuture<A> answer =
        method.futureCall(
            request,
            GrpcCallContext.createDefault()
                .withCallOptions(CallOptions.DEFAULT.withStreamTracerFactory(connection))
                .withTimeoutDuration(limit)
                .withRetryableCodes(Set.of()));
    try {
      return await(answer, connection, limit);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ApiException error) {
        boolean late = connection.made() && System.nanoTime() >= patience;
        throw late ? CallFailed.unanswered() : CallFailed.answered(error, connection.made());
      }
      throw new IllegalStateException("the client failed", e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static <A> A await(ApiFuture<A> answer, Connection connection, Duration limit)
      throws CallFailed, InterruptedException, ExecutionException {
    Duration connect = limit.compareTo(CONNECT_LIMIT) < 0 ? limit : CONNECT_LIMIT;
    try {
      return answer.get(connect.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (!connection.made()) {
        throw CallFailed.unconnected();
      }
    }
    try {
      return answer.get(limit.minus(connect).toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw CallFailed.unanswered();
    }
  }

  /** What is left for calling; at least a millisecond, because gax takes zero for no limit. */
  private Duration limit() {
    Duration left = context.remaining();
    Duration tenth = left.dividedBy(10);
    Duration limit = left.minus(tenth.compareTo(REPORT_TIME) < 0 ? tenth : REPORT_TIME);
    return limit.toMillis() < 1 ? Duration.ofMillis(1) : limit;
  }
}
