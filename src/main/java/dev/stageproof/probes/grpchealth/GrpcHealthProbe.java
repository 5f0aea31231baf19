package dev.stageproof.probes.grpchealth;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.GrpcHealthObservation;
import dev.stageproof.observe.GrpcHealthObservation.Answer;
import dev.stageproof.observe.GrpcHealthRequest;
import dev.stageproof.observe.Origin;
import dev.stageproof.probes.google.Proofs;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Asks gRPC servers for their health. The calls of one request share a connection. */
public final class GrpcHealthProbe implements Probe<GrpcHealthRequest, GrpcHealthObservation> {

  /** Kept free of the deadline, so that what was seen is handed back before it passes. */
  private static final Duration MARGIN = Duration.ofMillis(100);

  private final Proofs proofs = new Proofs();
  private final UnaryOperator<SslContextBuilder> trust;
  private Optional<Channels> channels = Optional.empty();

  /** For the service loader; opens nothing. */
  public GrpcHealthProbe() {
    this(UnaryOperator.identity());
  }

  /** For tests, which trust certificates of their own. */
  GrpcHealthProbe(UnaryOperator<SslContextBuilder> trust) {
    this.trust = trust;
  }

  @Override
  public Class<GrpcHealthRequest> requestType() {
    return GrpcHealthRequest.class;
  }

  @Override
  public GrpcHealthObservation observe(GrpcHealthRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Origin server =
        Origin.of(request.url())
            .orElseThrow(() -> new UnobservedException(noAddress(request.url())));
    Metadata sent = sent(request, context);
    ManagedChannel channel = channels().open(server);
    try {
      return ask(request, channel, sent, context);
    } finally {
      channel.shutdownNow();
    }
  }

  /** Nothing of gRPC's is loaded before the first look. */
  private synchronized Channels channels() {
    if (channels.isEmpty()) {
      channels = Optional.of(new Channels(trust));
    }
    return channels.get();
  }

  private static GrpcHealthObservation ask(
      GrpcHealthRequest request, ManagedChannel channel, Metadata sent, ProbeContext context)
      throws UnobservedException, InterruptedException {
    List<Answer> answers = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    UnobservedException first = null;
    for (int number = 1; number <= request.samples(); number++) {
      for (String service : request.services()) {
        try {
          Call call = new Call(service, request.url(), context.now());
          answers.add(call.answer(channel, sent, limit(context.remaining())));
        } catch (UnobservedException e) {
          first = first == null ? e : first;
          String named = service.isEmpty() ? "" : " of " + service;
          failures.add("sample " + number + named + ": " + e.gap().message());
        }
      }
    }
    if (answers.isEmpty() && first != null) {
      throw first;
    }
    return new GrpcHealthObservation(answers, failures);
  }

  /** Metadata of the user's and of our own. */
  private Metadata sent(GrpcHealthRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Metadata sent = new Metadata();
    request.headers().forEach((name, value) -> put(sent, name, value));
    request
        .trace()
        .map(trace -> trace.attempt(context.attempt()))
        .ifPresent(trace -> put(sent, "traceparent", trace.traceParent()));
    proofs
        .header(request.access(), request.url(), request.headers().keySet(), context)
        .forEach((name, value) -> put(sent, name, value));
    return sent;
  }

  private static void put(Metadata sent, String name, String value) {
    sent.put(
        Metadata.Key.of(name.toLowerCase(Locale.ROOT), Metadata.ASCII_STRING_MARSHALLER), value);
  }

  private static Duration limit(Duration remaining) {
    Duration tenth = remaining.dividedBy(10);
    return remaining.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
  }

  @Override
  public synchronized void close() {
    channels.ifPresent(Channels::close);
  }

  private static Gap noAddress(String text) {
    return Gap.of(
        GapReason.UNKNOWN_TARGET,
        "`" + text + "` is not an http or https address",
        "Correct the address.");
  }
}
