package dev.stageproof.probes.grpchealth;

import dev.stageproof.observe.GrpcHealthObservation;
import dev.stageproof.observe.GrpcHealthObservation.Answer;
import dev.stageproof.spi.UnobservedException;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call, from its start to its end. Runs once. */
final class Call {

  /** How grpc-java words an answer that is no gRPC. */
  private static final Pattern NO_GRPC = Pattern.compile("HTTP status code (\\d{3})\\b");

  private final String service;
  private final String url;
  private final Instant sentAt;
  private final Reached reached = new Reached();
  private final AtomicReference<Metadata> leading = new AtomicReference<>();
  private final AtomicReference<Metadata> trailing = new AtomicReference<>();
  private final long start = System.nanoTime();

  Call(String service, String url, Instant sentAt) {
    this.service = service;
    this.url = url;
    this.sentAt = sentAt;
  }

  /**
   * The server's answer.
   *
   * @throws UnobservedException when none came
   */
  Answer answer(ManagedChannel channel, Metadata sent, Duration limit)
      throws UnobservedException, InterruptedException {
    HealthGrpc.HealthFutureStub stub =
        HealthGrpc.newFutureStub(channel)
            .withInterceptors(
                MetadataUtils.newAttachHeadersInterceptor(sent),
                MetadataUtils.newCaptureMetadataInterceptor(leading, trailing),
                reached)
            .withDeadlineAfter(limit.toNanos(), TimeUnit.NANOSECONDS);
    Future<HealthCheckResponse> answer =
        stub.check(HealthCheckRequest.newBuilder().setService(service).build());
    try {
      HealthCheckResponse told = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return answer(Status.OK, Optional.of(told.getStatus().name()));
    } catch (ExecutionException e) {
      return failed(e, limit);
    } catch (TimeoutException e) {
      throw new UnobservedException(Unanswered.timedOut(url, limit, reached), e);
    } finally {
      answer.cancel(true);
    }
  }

  private Answer failed(ExecutionException failure, Duration limit) throws UnobservedException {
    if (!(failure.getCause() instanceof StatusRuntimeException error)) {
      throw new IllegalStateException("the call failed", failure.getCause());
    }
    if (reached.answered() || http(error.getStatus()).isPresent()) {
      return answer(error.getStatus(), Optional.empty());
    }
    throw new UnobservedException(Unanswered.of(error.getStatus(), url, limit, reached), error);
  }

  private Answer answer(Status status, Optional<String> told) {
    String message = Optional.ofNullable(status.getDescription()).orElse("");
    boolean cut = message.length() > GrpcHealthObservation.MESSAGE_LIMIT;
    return new Answer(
        service,
        sentAt,
        told,
        status.getCode().name(),
        cut ? message.substring(0, GrpcHealthObservation.MESSAGE_LIMIT) : message,
        http(status),
        headers(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static Optional<Integer> http(Status status) {
    Matcher words = NO_GRPC.matcher(Optional.ofNullable(status.getDescription()).orElse(""));
    return words.lookingAt() ? Optional.of(Integer.valueOf(words.group(1))) : Optional.empty();
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    Optional.ofNullable(leading.get()).ifPresent(metadata -> add(metadata, headers));
    Optional.ofNullable(trailing.get()).ifPresent(metadata -> add(metadata, headers));
    return headers;
  }

  /** What is text, and no name of HTTP/2's own. */
  private static void add(Metadata metadata, Map<String, String> headers) {
    for (String name : metadata.keys()) {
      if (!name.startsWith(":") && !name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
        Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
        Optional.ofNullable(metadata.getAll(key))
            .ifPresent(all -> headers.put(name, String.join(", ", all)));
      }
    }
  }
}
