package dev.stageproof.probes.grpchealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Secret;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.GrpcHealthObservation;
import dev.stageproof.observe.GrpcHealthObservation.Answer;
import dev.stageproof.observe.GrpcHealthRequest;
import dev.stageproof.observe.TraceId;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.probes.http.TestCertificate;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The health of real gRPC servers on loopback. */
class GrpcHealthProbeTest {
  private static final Instant NOW = Instant.parse("2026-09-15T08:47:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Secret TOKEN = new Secret("s3cret-token");

  @TempDir private Path folder;
  private final HealthStatusManager health = new HealthStatusManager();
  private final List<Metadata> received = new CopyOnWriteArrayList<>();
  private Optional<Server> server = Optional.empty();

  @AfterEach
  void stop() {
    server.ifPresent(Server::shutdownNow);
  }

  private NettyServerBuilder builder(BindableService... services) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .intercept(
                new ServerInterceptor() {
                  @Override
                  public <Q, A> ServerCall.Listener<Q> interceptCall(
                      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
                    received.add(headers);
                    return next.startCall(call, headers);
                  }
                });
    List.of(services).forEach(builder::addService);
    return builder;
  }

  private String serve(NettyServerBuilder builder) throws IOException {
    server = Optional.of(builder.build().start());
    return "http://127.0.0.1:" + server.get().getPort();
  }

  private static GrpcHealthRequest asking(String url, Access access, String... services) {
    return new GrpcHealthRequest(
        url, List.of(services), Map.of("X-Api-Key", "k"), 1, access, Optional.empty());
  }

  private static GrpcHealthRequest asking(String url, String... services) {
    return asking(url, Access.none(), services);
  }

  private static GrpcHealthObservation look(GrpcHealthRequest request, Duration limit)
      throws UnobservedException, InterruptedException {
    try (GrpcHealthProbe probe = new GrpcHealthProbe()) {
      return look(probe, request, limit);
    }
  }

  private static GrpcHealthObservation look(
      GrpcHealthProbe probe, GrpcHealthRequest request, Duration limit)
      throws UnobservedException, InterruptedException {
    ProbeSettings settings = ProbeSettings.at(ProbeSettings.Endpoints.google());
    return probe.observe(request, new TestLook(settings, NOW, limit));
  }

  private static Answer answer(GrpcHealthRequest request) throws Exception {
    return look(request, LIMIT).answers().get(0);
  }

  private static Gap gap(GrpcHealthRequest request, Duration limit) {
    return catchThrowableOfType(UnobservedException.class, () -> look(request, limit)).gap();
  }

  private static String header(Metadata metadata, String name) {
    return String.valueOf(metadata.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
  }

  @Test
  void everyServiceIsAskedAsOftenAsWantedOverOneConnection() throws Exception {
    health.setStatus("acme.Orders", ServingStatus.NOT_SERVING);
    String url = serve(builder(health.getHealthService()));
    GrpcHealthRequest request =
        new GrpcHealthRequest(
            url, List.of("", "acme.Orders"), Map.of(), 2, Access.none(), Optional.empty());
    GrpcHealthObservation seen = look(request, LIMIT);
    assertThat(seen.failures()).isEmpty();
    assertThat(seen.answers())
        .extracting(answer -> answer.service() + " " + answer.status().orElseThrow())
        .containsExactly(
            " SERVING", "acme.Orders NOT_SERVING", " SERVING", "acme.Orders NOT_SERVING");
    assertThat(seen.answers())
        .allSatisfy(
            answer -> {
              assertThat(answer.code()).isEqualTo("OK");
              assertThat(answer.sentAt()).isEqualTo(NOW);
              assertThat(answer.took()).isPositive();
            });
    assertThat(request.entries()).isEqualTo(4);
  }

  @Test
  void metadataTraceAndTokenGoAlong() throws Exception {
    String url = serve(builder(health.getHealthService()));
    TraceId trace = TraceId.of(NOW, List.of("x"));
    answer(asking(url, new Access.Bearer(TOKEN), "").traced(trace));
    Metadata sent = received.get(0);
    assertThat(header(sent, "x-api-key")).isEqualTo("k");
    assertThat(header(sent, "authorization")).isEqualTo("Bearer s3cret-token");
    assertThat(header(sent, "traceparent")).isEqualTo(trace.attempt(1).traceParent());
    assertThat(header(sent, "user-agent")).startsWith("stageproof/");
  }

  @Test
  void noTokenIsSentWhereItCouldBeReadOnTheWay() {
    Gap gap = gap(asking("http://192.0.2.1:50051", new Access.Bearer(TOKEN), ""), LIMIT);
    assertThat(gap)
        .isEqualTo(
            Gap.of(
                GapReason.NO_CREDENTIALS,
                "no token is sent to http://192.0.2.1:50051: anyone on the way could read it",
                "use an https address, or set `auth: none` for this one"));
  }

  @Test
  void aNameThatTheServerDoesNotKnowIsAnAnswer() throws Exception {
    Answer answer = answer(asking(serve(builder(health.getHealthService())), "acme.Ordres"));
    assertThat(answer.status()).isEmpty();
    assertThat(answer.code()).isEqualTo("NOT_FOUND");
    assertThat(answer.message()).isEqualTo("unknown service acme.Ordres");
  }

  @Test
  void aServerWithoutTheProtocolIsAnAnswer() throws Exception {
    Answer answer = answer(asking(serve(builder()), ""));
    assertThat(answer.code()).isEqualTo("UNIMPLEMENTED");
    assertThat(answer.message()).isEqualTo("Method not found: grpc.health.v1.Health/Check");
    assertThat(answer.http()).isEmpty();
  }

  @Test
  void aServersOwnUnavailableIsAnAnswerWithItsTrailers() throws Exception {
    HealthGrpc.HealthImplBase down =
        new HealthGrpc.HealthImplBase() {
          @Override
          public void check(
              HealthCheckRequest request, StreamObserver<HealthCheckResponse> caller) {
            Metadata trailers = new Metadata();
            trailers.put(
                Metadata.Key.of("x-revision", Metadata.ASCII_STRING_MARSHALLER), "backend-2");
            trailers.put(
                Metadata.Key.of("x-raw-bin", Metadata.BINARY_BYTE_MARSHALLER), new byte[] {1});
            caller.onError(
                Status.UNAVAILABLE.withDescription("draining").asRuntimeException(trailers));
          }
        };
    Answer answer = answer(asking(serve(builder(down)), ""));
    assertThat(answer.code()).isEqualTo("UNAVAILABLE");
    assertThat(answer.message()).isEqualTo("draining");
    assertThat(answer.headers())
        .containsEntry("x-revision", "backend-2")
        .doesNotContainKey("x-raw-bin");
    assertThat(received).hasSize(1);
  }

  @Test
  void aServerThatDoesNotAnswerIsWaitedForAsLongAsAllowed() throws Exception {
    HealthGrpc.HealthImplBase silent =
        new HealthGrpc.HealthImplBase() {
          @Override
          public void check(
              HealthCheckRequest request, StreamObserver<HealthCheckResponse> caller) {
            assertThat(request.getService()).isEmpty();
          }
        };
    String url = serve(builder(silent));
    Gap gap = gap(asking(url, ""), Duration.ofMillis(600));
    assertThat(gap.reason()).isEqualTo(GapReason.TIMED_OUT);
    assertThat(gap.message())
        .isEqualTo(
            "no answer from " + url.substring(7) + " within 540 ms: still waiting for the answer");
  }

  @Test
  void aPortWhereNobodyListensIsNotSeen() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Gap gap = gap(asking("http://127.0.0.1:" + port, ""), LIMIT);
    assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
    assertThat(gap.message())
        .isEqualTo("can't connect to 127.0.0.1:" + port + ": Connection refused");
  }

  @Test
  void aNameThatDoesNotResolveIsNotSeen() {
    Gap gap = gap(asking("https://nowhere.invalid", ""), LIMIT);
    assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
    assertThat(gap.message())
        .isEqualTo("the name `nowhere.invalid` of nowhere.invalid:443 does not resolve");
  }

  @Test
  void aServerOfAnOlderHttpIsNotSeen() throws Exception {
    try (ServerSocket old = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerOldly(old));
      Gap gap = gap(asking("http://127.0.0.1:" + old.getLocalPort(), ""), LIMIT);
      answered.join();
      assertThat(gap.reason()).isEqualTo(GapReason.MALFORMED);
      assertThat(gap.message())
          .startsWith("127.0.0.1:" + old.getLocalPort() + " does not answer in HTTP/2: ");
    }
  }

  private static void answerOldly(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anAnswerWithoutGrpcTellsItsStatus() throws Exception {
    try (MockWebServer front = new MockWebServer()) {
      front.setProtocols(List.of(okhttp3.Protocol.H2_PRIOR_KNOWLEDGE));
      front.start();
      front.enqueue(
          new MockResponse.Builder()
              .code(403)
              .addHeader("Content-Type", "text/html")
              .addHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
              .body("Your client does not have permission to get URL")
              .build());
      Answer answer = answer(asking("http://127.0.0.1:" + front.getPort(), ""));
      assertThat(answer.http()).hasValue(403);
      assertThat(answer.code()).isEqualTo("PERMISSION_DENIED");
      assertThat(answer.message()).contains("Your client does not have permission");
      assertThat(answer.headers())
          .containsEntry("www-authenticate", "Bearer error=\"invalid_token\"");
    }
  }

  @Test
  void tlsIsSpokenAndItsTroubleIsNamed() throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "dns:localhost", 100);
    String port = serve(tls(certificate)).substring("http://127.0.0.1:".length());
    String url = "https://localhost:" + port;
    assertThat(trusting(certificate, url).answers())
        .extracting(Answer::status)
        .containsExactly(Optional.of("SERVING"));
    assertThat(gap(asking(url, ""), LIMIT))
        .isEqualTo(
            Gap.of(
                GapReason.UNREACHABLE,
                "the certificate of localhost:"
                    + port
                    + " comes from an issuer that this JDK does not trust",
                "Serve the whole certificate chain, or add the issuer to the JDK's trust store"
                    + " (-Djavax.net.ssl.trustStore)."));
    assertThatThrownBy(() -> trusting(certificate, "https://127.0.0.1:" + port))
        .isInstanceOf(UnobservedException.class)
        .hasMessageStartingWith("the TLS handshake with 127.0.0.1:" + port + " failed: ")
        // JDK 25 puts the kind of the alert before it.
        .hasMessageEndingWith("No subject alternative names matching IP address 127.0.0.1 found");
  }

  private NettyServerBuilder tls(TestCertificate certificate) throws IOException {
    return builder(health.getHealthService())
        .sslContext(
            GrpcSslContexts.configure(
                    SslContextBuilder.forServer(certificate.keys()), SslProvider.JDK)
                .build());
  }

  private static GrpcHealthObservation trusting(TestCertificate certificate, String url)
      throws UnobservedException, InterruptedException {
    try (GrpcHealthProbe probe =
        new GrpcHealthProbe(tls -> tls.trustManager(certificate.certificate()))) {
      return look(probe, asking(url, ""), LIMIT);
    }
  }
}
