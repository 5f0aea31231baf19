package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.logging.v2.LogEntry;
import dev.stageproof.sandbox.Scenario.Health;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP/2 and the gRPC health protocol at the staged service's own address. */
class StagedHealthTest {
  private static final String OLD = "netra-backend-staging-00639-qar";

  private Sandbox sandbox;
  private ManagedChannel channel;

  private HealthGrpc.HealthBlockingStub start(Scenario scenario) {
    sandbox = Sandbox.start(scenario, new HandClock());
    return at(sandbox.serviceUrl());
  }

  private HealthGrpc.HealthBlockingStub at(String url) {
    URI address = URI.create(url);
    channel =
        NettyChannelBuilder.forAddress(address.getHost(), address.getPort()).usePlaintext().build();
    return HealthGrpc.newBlockingStub(channel).withDeadlineAfter(5, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    sandbox.close();
  }

  private static ServingStatus ask(HealthGrpc.HealthBlockingStub stub, String service) {
    return stub.check(HealthCheckRequest.newBuilder().setService(service).build()).getStatus();
  }

  private static Status refusal(HealthGrpc.HealthBlockingStub stub, String service) {
    return catchThrowableOfType(StatusRuntimeException.class, () -> ask(stub, service)).getStatus();
  }

  @Test
  void grpcsOwnClientIsAnsweredByTheRevisionThatIsAsked() {
    Health whole = new Health("", ServingStatus.SERVING, Optional.empty());
    Health old = new Health("acme.Orders", ServingStatus.NOT_SERVING, Optional.of(OLD));
    Health young = new Health("acme.Orders", ServingStatus.SERVING, Optional.empty());
    Scenario.Traffic tagged = Scenario.Traffic.to(OLD, 0).tagged("old");
    HealthGrpc.HealthBlockingStub stub =
        start(
            Scenario.named("issue-965")
                .withTraffic(Scenario.Traffic.latest(100), tagged)
                .withHealth(whole, old, young));
    assertThat(ask(stub, "")).isEqualTo(ServingStatus.SERVING);
    assertThat(ask(stub, "acme.Orders")).isEqualTo(ServingStatus.SERVING);
    assertThat(refusal(stub, "acme.Typo"))
        .extracting(Status::getCode, Status::getDescription)
        .containsExactly(Status.Code.NOT_FOUND, "unknown service");
    channel.shutdownNow();
    assertThat(ask(at(sandbox.tagUrls().get("old")), "acme.Orders"))
        .isEqualTo(ServingStatus.NOT_SERVING);
  }

  @Test
  void aCallLeavesItsEntryInTheRequestLog() throws IOException {
    Metadata sent = new Metadata();
    String trace = "0af7651916cd43dd8448eb211c80319c";
    sent.put(
        Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER),
        "00-" + trace + "-b7ad6b7169203331-01");
    HealthGrpc.HealthBlockingStub stub =
        start(Scenario.named("issue-965"))
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(sent));
    ask(stub, "");
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      String ours = "trace=\"projects/netra-staging/traces/" + trace + "\"";
      LogEntry entry =
          clients
              .logging
              .listLogEntriesCallable()
              .call(GoogleClients.entries(ours).build())
              .getEntries(0);
      assertThat(entry.getHttpRequest().getRequestMethod()).isEqualTo("POST");
      assertThat(entry.getHttpRequest().getRequestUrl())
          .isEqualTo(sandbox.serviceUrl() + "/grpc.health.v1.Health/Check");
      assertThat(entry.getHttpRequest().getStatus()).isEqualTo(200);
      assertThat(entry.getHttpRequest().getProtocol()).isEqualTo("HTTP/2");
    }
  }

  @Test
  void theFrontEndAndAContainerWithoutGrpcAnswerInPlainHttp() {
    assertThat(refusal(start(Scenario.named("issue-965").withAccess(Access.PRIVATE)), ""))
        .extracting(Status::getCode)
        .isEqualTo(Status.Code.PERMISSION_DENIED);
    stop();
    assertThat(refusal(start(Scenario.named("issue-965").withHealth()), ""))
        .satisfies(
            mute -> {
              assertThat(mute.getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
              assertThat(mute.getDescription()).startsWith("HTTP status code 404");
            });
  }

  @Test
  void pathsAreAnsweredOverHttp2AsWell() throws IOException {
    HealthGrpc.HealthBlockingStub stub = start(Scenario.named("issue-965"));
    assertThat(ask(stub, "")).isEqualTo(ServingStatus.SERVING);
    OkHttpClient http =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    Request health = new Request.Builder().url(sandbox.serviceUrl() + "/health").build();
    try (Response response = http.newCall(health).execute()) {
      assertThat(response.protocol()).isEqualTo(Protocol.H2_PRIOR_KNOWLEDGE);
      assertThat(response.code()).isEqualTo(200);
      assertThat(response.body().string()).contains("netra-ai-platform");
    } finally {
      http.dispatcher().executorService().shutdownNow();
      http.connectionPool().evictAll();
    }
  }
}
