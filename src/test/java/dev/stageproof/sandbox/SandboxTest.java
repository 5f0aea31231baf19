package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.core.ApiFuture;
import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.rpc.ApiException;
import com.google.logging.v2.ListLogEntriesResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SandboxTest {
  private static final Scenario HEALTHY = Scenario.named("issue-965");

  private static List<Thread> newThreads(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(
            thread ->
                thread.getName().startsWith("sandbox-") || thread.getName().contains("Dispatcher"))
        .toList();
  }

  private static HttpRequest health(Sandbox sandbox) {
    return HttpRequest.newBuilder(URI.create(sandbox.serviceUrl() + "/health")).build();
  }

  @Test
  void allThreadsAreDaemonsAndNoneIsLeft() throws Exception {
    Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
    Sandbox sandbox = Sandbox.start(HEALTHY, new HandClock());
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      HttpClient.newHttpClient().send(health(sandbox), HttpResponse.BodyHandlers.ofString());
      clients.logging.listLogEntriesCallable().call(GoogleClients.entries("").build());
      assertThat(newThreads(before)).isNotEmpty().allMatch(Thread::isDaemon);
    }
    List<Thread> ours = newThreads(before);
    sandbox.close();
    for (Thread thread : ours) {
      thread.join(1000);
    }
    assertThat(ours).noneMatch(Thread::isAlive);
  }

  @Test
  void closeIsQuickFreesThePortsAndMayBeRepeated() throws IOException {
    Sandbox sandbox = Sandbox.start(HEALTHY, new HandClock());
    int http = URI.create(sandbox.serviceUrl()).getPort();
    int grpc = URI.create(sandbox.loggingEndpoint()).getPort();
    int rest = URI.create(sandbox.loggingRestEndpoint()).getPort();
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      clients.logging.listLogEntriesCallable().call(GoogleClients.entries("").build());
      long start = System.nanoTime();
      sandbox.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
      sandbox.close();
    }
    assertThatCode(
            () -> Sandbox.start(HEALTHY, new HandClock(), new Ports(http, grpc, rest)).close())
        .doesNotThrowAnyException();
  }

  @Test
  void closeCutsOffCallsThatHang() throws Exception {
    Faults hang = Faults.none().with(Api.HTTP, Fault.hang()).with(Api.LOGGING, Fault.hang());
    Sandbox sandbox = Sandbox.start(HEALTHY.withFaults(hang), new HandClock());
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      CompletableFuture<HttpResponse<String>> http =
          HttpClient.newHttpClient()
              .sendAsync(health(sandbox), HttpResponse.BodyHandlers.ofString());
      ApiFuture<ListLogEntriesResponse> grpc =
          clients
              .logging
              .listLogEntriesCallable()
              .futureCall(
                  GoogleClients.entries("").build(),
                  GrpcCallContext.createDefault().withRetryableCodes(Set.of()));
      await(() -> sandbox.calls().all().size() == 2);
      long start = System.nanoTime();
      sandbox.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
      assertThatThrownBy(http::join).hasRootCauseInstanceOf(IOException.class);
      assertThatThrownBy(grpc::get).hasCauseInstanceOf(ApiException.class);
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void givenPortsAreUsed() throws IOException {
    int http = freePort();
    int grpc = freePort();
    int rest = freePort();
    Ports ports = new Ports(http, grpc, rest);
    try (Sandbox sandbox = Sandbox.start(HEALTHY, new HandClock(), ports)) {
      assertThat(sandbox.serviceUrl()).isEqualTo("http://127.0.0.1:" + http);
      assertThat(sandbox.loggingEndpoint()).isEqualTo("http://127.0.0.1:" + grpc);
      assertThat(sandbox.runEndpoint()).isEqualTo("http://127.0.0.1:" + grpc);
      assertThat(sandbox.loggingRestEndpoint()).isEqualTo("http://127.0.0.1:" + rest + "/");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aTakenPortIsSaidAndNothingIsLeftOpen() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int free = freePort();
      Ports ports = new Ports(free, taken.getLocalPort(), 0);
      assertThatThrownBy(() -> Sandbox.start(HEALTHY, new HandClock(), ports))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith(
              "the sandbox can't listen on 127.0.0.1, ports %d (HTTP), %d (gRPC) and any (REST): ",
              free, taken.getLocalPort())
          .hasMessageEndingWith("; choose others or leave them out");
      assertThatCode(() -> new ServerSocket(free, 1, InetAddress.getLoopbackAddress()).close())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void theCallLogStaysReadableAfterTheEnd() throws Exception {
    Sandbox sandbox = Sandbox.start(HEALTHY, new HandClock());
    HttpClient.newHttpClient().send(health(sandbox), HttpResponse.BodyHandlers.ofString());
    sandbox.close();
    assertThat(sandbox.calls().count("GET")).isEqualTo(1);
  }
}
