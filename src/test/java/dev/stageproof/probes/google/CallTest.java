package dev.stageproof.probes.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.cloud.logging.v2.LoggingClient;
import com.google.cloud.logging.v2.LoggingSettings;
import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.ListLogEntriesResponse;
import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.probes.google.LoopbackGrpc.Answer;
import dev.stageproof.spi.Endpoint;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each way in which a call can fail, against a real server, port or socket. */
@Timeout(30)
class CallTest {
  private static final Instant NOW = Instant.parse("2025-09-15T08:47:00Z");
  private static final Gap MISSING = Gap.of(GapReason.NOT_FOUND, "no project", "name another");

  private final AtomicInteger calls = new AtomicInteger();

  private static LoopbackGrpc serving(
      Answer<ListLogEntriesRequest, ListLogEntriesResponse> answer) {
    return new LoopbackGrpc(
        LoopbackGrpc.unary(
            "google.logging.v2.LoggingServiceV2",
            "ListLogEntries",
            ListLogEntriesRequest.getDefaultInstance(),
            ListLogEntriesResponse.getDefaultInstance(),
            answer));
  }

  private LoopbackGrpc failing(Status status) {
    return serving(
        request -> {
          calls.incrementAndGet();
          throw status.asRuntimeException();
        });
  }

  private static ListLogEntriesResponse call(TestLook look) throws Exception {
    GoogleApi api =
        new GoogleApi(
            "Cloud Logging",
            "logging.googleapis.com",
            "STAGEPROOF_LOGGING_ENDPOINT",
            look.settings().endpoints().logging());
    Permission list = new Permission("logging.logEntries.list", "roles/logging.viewer");
    Asked asked = new Asked(api, "netra-staging", list, MISSING, "raise `timeout`");
    try (LoggingClient client = open(api)) {
      return new Call(asked, look)
          .of(client.listLogEntriesCallable(), ListLogEntriesRequest.getDefaultInstance());
    }
  }

  private static LoggingClient open(GoogleApi api) throws IOException {
    return LoggingClient.create(
        api.reach(
                LoggingSettings.newBuilder(),
                LoggingSettings.defaultGrpcTransportProviderBuilder(),
                LoggingSettings.defaultCredentialsProviderBuilder().build())
            .build());
  }

  private static Gap gap(TestLook look) {
    return catchThrowableOfType(UnobservedException.class, () -> call(look)).gap();
  }

  private static TestLook look(ProbeSettings settings) {
    return TestLook.at(settings, NOW);
  }

  @Test
  void anAnswerIsHandedOn() throws Exception {
    ListLogEntriesResponse answer =
        ListLogEntriesResponse.newBuilder().setNextPageToken("next").build();
    try (LoopbackGrpc server = serving(request -> answer)) {
      assertThat(call(look(server.settings()))).isEqualTo(answer);
    }
  }

  @Test
  void aClosedPortIsUnreachableAndSaysWhereItIsConfigured() throws Exception {
    int port = closedPort();

    assertThat(gap(look(LoopbackGrpc.settings(port))))
        .isEqualTo(
            Gap.of(
                GapReason.UNREACHABLE,
                "Cloud Logging at 127.0.0.1:%d can't be reached: the connection was refused"
                    .formatted(port),
                "start what should serve there, or correct STAGEPROOF_LOGGING_ENDPOINT"
                    + " or gcp.endpoints"));
  }

  @Test
  void aSocketThatNeverAnswersIsUnreachableWithinTheDeadline() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      TestLook look =
          new TestLook(LoopbackGrpc.settings(silent.getLocalPort()), NOW, Duration.ofSeconds(1));

      Gap gap = gap(look);

      assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
      assertThat(gap.message())
          .isEqualTo(
              "Cloud Logging at 127.0.0.1:%d can't be reached: nothing answers there"
                  .formatted(silent.getLocalPort()));
      assertThat(look.pauses()).isEmpty();
    }
  }

  @Test
  void aNameThatDoesNotResolveIsUnreachable() {
    Endpoint nowhere = new Endpoint("no-such-host.invalid", 8085, true);
    ProbeSettings settings =
        ProbeSettings.at(new ProbeSettings.Endpoints(Optional.of(nowhere), Optional.of(nowhere)));

    Gap gap = gap(look(settings));

    assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
    assertThat(gap.message())
        .startsWith("Cloud Logging at no-such-host.invalid:8085 can't be reached: ")
        .contains("no-such-host.invalid");
  }

  @Test
  void aServerThatSpeaksSomethingElseIsNotUnderstood() throws Exception {
    Thread server;
    try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      server = new Thread(() -> answerAsHttp1(other));
      server.start();
      String address = "127.0.0.1:" + other.getLocalPort();

      assertThat(gap(look(LoopbackGrpc.settings(other.getLocalPort()))))
          .isEqualTo(
              Gap.of(
                  GapReason.MALFORMED,
                  "Cloud Logging at " + address + " failed with INTERNAL: http2 exception",
                  "run again; if it stays, check what serves at " + address));
    }
    server.join();
  }

  /** Reads on until the client hangs up, so that the answer is never lost to a reset. */
  private static void answerAsHttp1(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client
            .getOutputStream()
            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        client.getInputStream().readAllBytes();
      } catch (IOException e) {
        // The client hangs up, or the test closes the socket: both end this exchange.
      }
    }
  }

  @Test
  void aServerThatAcceptsAndNeverAnswersIsTimedOut() {
    CountDownLatch end = new CountDownLatch(1);
    try (LoopbackGrpc server =
        serving(
            request -> {
              end.await();
              return ListLogEntriesResponse.getDefaultInstance();
            })) {
      TestLook look = new TestLook(server.settings(), NOW, Duration.ofSeconds(2));

      assertThat(gap(look))
          .isEqualTo(
              Gap.of(
                  GapReason.TIMED_OUT,
                  "Cloud Logging at 127.0.0.1:" + server.port() + " did not answer in time",
                  "raise `timeout`"));
    } finally {
      end.countDown();
    }
  }

  @Test
  void unavailableIsAskedThreeTimesAndThenReported() {
    try (LoopbackGrpc server = failing(Status.UNAVAILABLE.withDescription("draining"))) {
      TestLook look = look(server.settings());

      Gap gap = gap(look);

      assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
      assertThat(gap.message()).endsWith(" is not available: draining");
      assertThat(calls).hasValue(3);
      assertThat(look.pauses()).containsExactly(Duration.ofMillis(300), Duration.ofMillis(1300));
    }
  }

  @Test
  void aFailureThatPassesIsNotReported() throws Exception {
    try (LoopbackGrpc server =
        serving(
            request -> {
              if (calls.incrementAndGet() == 1) {
                throw Status.UNAVAILABLE.asRuntimeException();
              }
              return ListLogEntriesResponse.getDefaultInstance();
            })) {
      assertThat(call(look(server.settings())).getEntriesCount()).isZero();
      assertThat(calls).hasValue(2);
    }
  }

  @Test
  void anExhaustedQuotaIsWaitedForAsLongAsTheDeadlineAllows() {
    try (LoopbackGrpc server =
        failing(Status.RESOURCE_EXHAUSTED.withDescription("Read requests per minute"))) {
      TestLook look = look(server.settings());

      assertThat(gap(look))
          .isEqualTo(
              Gap.of(
                  GapReason.QUOTA,
                  "the quota of Cloud Logging in project netra-staging is exhausted:"
                      + " Read requests per minute",
                  "run again in a minute"));
      assertThat(look.pauses())
          .containsExactly(
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              Duration.ofSeconds(4),
              Duration.ofSeconds(8));
    }
  }

  @Test
  void aQuotaThatIsNotBackAfterAMinuteIsGivenUp() {
    try (LoopbackGrpc server = failing(Status.RESOURCE_EXHAUSTED)) {
      TestLook look = new TestLook(server.settings(), NOW, Duration.ofMinutes(10));

      assertThat(gap(look).reason()).isEqualTo(GapReason.QUOTA);
      assertThat(look.pauses())
          .extracting(Duration::toSeconds)
          .containsExactly(1L, 2L, 4L, 8L, 16L, 32L);
    }
  }

  @Test
  void aMessageOverTheLimitIsNotTakenForAQuota() {
    try (LoopbackGrpc server =
        failing(
            Status.RESOURCE_EXHAUSTED.withDescription(
                "gRPC message exceeds maximum size 67108864: 80000000"))) {
      TestLook look = look(server.settings());

      assertThat(gap(look).reason()).isEqualTo(GapReason.MALFORMED);
      assertThat(look.pauses()).isEmpty();
    }
  }

  @Test
  void credentialsThatAreNotAcceptedSayHowToLogIn() {
    try (LoopbackGrpc server = failing(Status.UNAUTHENTICATED.withDescription("token expired"))) {
      assertThat(gap(look(server.settings())))
          .isEqualTo(
              Gap.of(
                  GapReason.NO_CREDENTIALS,
                  "Cloud Logging at 127.0.0.1:%d did not accept the credentials: token expired"
                      .formatted(server.port()),
                  "run `gcloud auth application-default login`, then run again"));
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void aTokenThatCanNotBeFetchedIsTroubleWithCredentials() {
    Status status = Status.UNAVAILABLE.withDescription("Credentials failed to obtain metadata");
    try (LoopbackGrpc server = failing(status)) {
      assertThat(gap(look(server.settings())).reason()).isEqualTo(GapReason.NO_CREDENTIALS);
    }
  }

  @Test
  void aMissingPermissionIsNamedWithItsRole() {
    try (LoopbackGrpc server = failing(Status.PERMISSION_DENIED.withDescription("denied"))) {
      assertThat(gap(look(server.settings())))
          .isEqualTo(
              Gap.noPermission(
                  "Cloud Logging needs the permission logging.logEntries.list"
                      + " on project netra-staging: denied",
                  "grant roles/logging.viewer on project netra-staging"
                      + " to the account that runs stageproof",
                  "logging.logEntries.list"));
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void anApiThatIsSwitchedOffSaysHowToEnableIt() {
    try (LoopbackGrpc server =
        serving(
            request -> {
              throw StatusProto.toStatusRuntimeException(
                  com.google.rpc.Status.newBuilder()
                      .setCode(Status.Code.PERMISSION_DENIED.value())
                      .setMessage("has not been used in project 1 before or it is disabled")
                      .addDetails(
                          Any.pack(ErrorInfo.newBuilder().setReason("SERVICE_DISABLED").build()))
                      .build());
            })) {
      assertThat(gap(look(server.settings())))
          .isEqualTo(
              Gap.of(
                  GapReason.NO_PERMISSION,
                  "Cloud Logging is not enabled in project netra-staging",
                  "run `gcloud services enable logging.googleapis.com --project=netra-staging`"));
    }
  }

  @Test
  void notFoundMeansWhatTheProbeSays() {
    try (LoopbackGrpc server = failing(Status.NOT_FOUND)) {
      assertThat(gap(look(server.settings()))).isEqualTo(MISSING);
    }
  }

  @Test
  void aRefusedQuestionPointsToTheTarget() {
    try (LoopbackGrpc server = failing(Status.INVALID_ARGUMENT.withDescription("bad project"))) {
      Gap gap = gap(look(server.settings()));

      assertThat(gap.reason()).isEqualTo(GapReason.MALFORMED);
      assertThat(gap.message()).endsWith(" refused the question as invalid: bad project");
      assertThat(gap.settle()).isEqualTo("check the names under `target` in the configuration");
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void anInternalErrorIsAskedAgainAndThenReported() {
    try (LoopbackGrpc server = failing(Status.INTERNAL.withDescription("oops"))) {
      Gap gap = gap(look(server.settings()));

      assertThat(gap.reason()).isEqualTo(GapReason.MALFORMED);
      assertThat(gap.message()).endsWith(" failed with INTERNAL: oops");
      assertThat(calls).hasValue(3);
    }
  }

  @Test
  void foreignErrorTextIsOneLineAndCut() {
    String text = "first \u0007line" + "x".repeat(400) + "\nsecond line";
    try (LoopbackGrpc server = failing(Status.INVALID_ARGUMENT.withDescription(text))) {
      assertThat(gap(look(server.settings())).message())
          .doesNotContain("\u0007", "second")
          .hasSizeLessThan(400)
          .endsWith("x…");
    }
  }

  @Test
  void anInterruptionEndsTheCall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (LoopbackGrpc server =
        serving(
            request -> {
              asked.countDown();
              end.await();
              return ListLogEntriesResponse.getDefaultInstance();
            })) {
      Throwable[] thrown = new Throwable[1];
      Thread caller =
          new Thread(() -> thrown[0] = catchThrowable(() -> call(look(server.settings()))));
      caller.start();
      asked.await();
      caller.interrupt();
      caller.join();

      assertThat(thrown[0]).isInstanceOf(InterruptedException.class);
    } finally {
      end.countDown();
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
