package dev.stageproof.probes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.HttpObservation;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a request that gets no answer says. */
@Timeout(30)
class HttpProbeTroubleTest {
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final HttpProbe probe = new HttpProbe();

  @AfterEach
  void close() {
    probe.close();
  }

  private Gap gapOf(String url, Duration limit) {
    return catchThrowableOfType(
            UnobservedException.class, () -> probe.observe(Look.get(url), Look.within(limit)))
        .gap();
  }

  @Test
  void aRefusedConnectionIsUnreachable() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(gapOf("http://127.0.0.1:" + port + "/", SHORT))
        .isEqualTo(
            Gap.of(
                GapReason.UNREACHABLE,
                "can't connect to 127.0.0.1:" + port + ": Connection refused",
                "Check that the service listens there and that nothing in between blocks it."));
  }

  @Test
  void aNameThatDoesNotResolveIsUnreachable() {
    Gap gap = gapOf("http://no-such-host.invalid/health", Duration.ofSeconds(20));
    assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
    assertThat(gap.message())
        .isEqualTo("the name `no-such-host.invalid` of no-such-host.invalid:80 does not resolve");
  }

  @Test
  void anAddressThatIsNoneIsNotAsked() {
    assertThat(gapOf("http://", SHORT).message())
        .isEqualTo("`http://` is not an http or https address");
  }

  /** A full backlog drops further connections silently, as a firewall does. */
  @Test
  void aBlackHoleTimesOutWhileConnecting() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket hole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 3; i++) {
        Socket socket = new Socket();
        waiting.add(socket);
        connectQuietly(socket, hole);
      }
      Gap gap = gapOf("http://127.0.0.1:" + hole.getLocalPort() + "/", Duration.ofMillis(500));
      assertThat(gap.reason()).isEqualTo(GapReason.TIMED_OUT);
      assertThat(gap.message())
          .matches(
              "no answer from 127\\.0\\.0\\.1:"
                  + hole.getLocalPort()
                  + " within 4\\d\\d ms: still connecting");
      assertThat(gap.settle())
          .isEqualTo(
              "Check that the service is up and reachable from here, or give the check a longer"
                  + " `timeout`.");
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static void connectQuietly(Socket socket, ServerSocket hole) throws IOException {
    try {
      socket.connect(new InetSocketAddress(hole.getInetAddress(), hole.getLocalPort()), 200);
    } catch (java.net.SocketTimeoutException full) {
      assertThat(full).isNotNull();
    }
  }

  @Test
  void aSilentServerTimesOutWaitingForTheFirstByteAndItsConnectionIsClosed() throws Exception {
    try (RawServer silent = RawServer.sayingAndWaiting("")) {
      Gap gap = gapOf(silent.url(), SHORT);
      assertThat(gap.reason()).isEqualTo(GapReason.TIMED_OUT);
      assertThat(gap.message())
          .startsWith("no answer from " + silent.place() + " within 1.")
          .endsWith(" s: still waiting for the first byte of the answer");
      assertThat(silent.left().await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aBodyWithoutEndTimesOutReadingIt() throws Exception {
    try (RawServer endless = RawServer.sayingAndWaiting("HTTP/1.1 200 OK\r\n\r\nand so on")) {
      assertThat(gapOf(endless.url(), SHORT).message())
          .startsWith("no answer from " + endless.place() + " within 1.")
          .endsWith(" s: still reading the body");
    }
  }

  /** Name look-ups go down to the operating system and can't be interrupted. */
  @Test
  void aNameServiceThatHangsDoesNotHoldTheDeadlineUp() {
    CountDownLatch never = new CountDownLatch(1);
    try (HttpProbe stuck = new HttpProbe(builder -> builder.dns(name -> hang(never)))) {
      Gap gap =
          catchThrowableOfType(
                  UnobservedException.class,
                  () ->
                      stuck.observe(
                          Look.get("http://slow.test/"), Look.within(Duration.ofMillis(300))))
              .gap();
      assertThat(gap.message())
          .matches("no answer from slow\\.test:80 within 2\\d\\d ms: still looking up the name");
    } finally {
      never.countDown();
    }
  }

  private static List<InetAddress> hang(CountDownLatch never) {
    boolean released = false;
    while (!released) {
      try {
        released = never.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        assertThat(e).isNotNull();
      }
    }
    return List.of();
  }

  @Test
  void aPostIsNotRepeatedWhenItsConnectionBreaks() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().build());
      server.enqueue(new MockResponse.Builder().onResponseStart(closing()).build());
      server.enqueue(new MockResponse.Builder().build());
      String url = server.url("/").toString();
      HttpObservation seen =
          probe.observe(
              new HttpRequest("POST", url, Map.of(), Optional.of("x"), Redirects.NEVER, 2),
              Look.within(Duration.ofSeconds(10)));
      assertThat(seen.failures()).hasSize(1);
      assertThat(server.getRequestCount()).isEqualTo(2);
    }
  }

  @Test
  void anAnswerThatIsNotHttpIsMalformed() throws Exception {
    try (RawServer raw = RawServer.saying("220 mail.example.com ESMTP\r\n\r\n")) {
      Gap gap = gapOf(raw.url(), SHORT);
      assertThat(gap.reason()).isEqualTo(GapReason.MALFORMED);
      assertThat(gap.message())
          .isEqualTo(
              raw.place()
                  + " does not answer in HTTP: Unexpected status line: 220 mail.example.com ESMTP");
    }
  }

  @Test
  void anAnswerThatBreaksOffIsMalformed() throws Exception {
    try (RawServer raw = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")) {
      Gap gap = gapOf(raw.url(), SHORT);
      assertThat(gap.reason()).isEqualTo(GapReason.MALFORMED);
      assertThat(gap.message())
          .isEqualTo("the answer of " + raw.place() + " can't be read: unexpected end of stream");
    }
  }

  @Test
  void aConnectionThatEndsWithoutAWordIsUnreachable() throws Exception {
    try (RawServer raw = RawServer.saying("")) {
      Gap gap = gapOf(raw.url(), SHORT);
      assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
      assertThat(gap.message())
          .startsWith("the connection to " + raw.place() + " ended before an answer came: ")
          .doesNotContain("\n");
    }
  }

  @Test
  void interruptionBreaksOffAtOnce() throws Exception {
    try (RawServer silent = RawServer.sayingAndWaiting("")) {
      CompletableFuture<HttpObservation> look = new CompletableFuture<>();
      Thread asking = new Thread(() -> complete(look, silent.url()));
      asking.start();
      assertThat(silent.asked().await(5, TimeUnit.SECONDS)).isTrue();
      asking.interrupt();
      assertThatThrownBy(() -> look.get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedException.class);
      assertThat(silent.left().await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void complete(CompletableFuture<HttpObservation> look, String url) {
    try {
      look.complete(probe.observe(Look.get(url), Look.within(Duration.ofSeconds(60))));
    } catch (UnobservedException | InterruptedException e) {
      look.completeExceptionally(e);
    }
  }

  @Test
  void oneAnswerOfSeveralIsAnObservationThatListsTheFailures() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("ok").build());
      server.enqueue(new MockResponse.Builder().body("cut off").onResponseBody(closing()).build());
      server.enqueue(new MockResponse.Builder().body("ok").build());
      HttpObservation seen =
          probe.observe(Look.get(server.url("/"), 3), Look.within(Duration.ofSeconds(10)));
      assertThat(seen.samples()).hasSize(2);
      assertThat(seen.failures())
          .containsExactly(
              "sample 2: the answer of "
                  + server.getHostName()
                  + ":"
                  + server.getPort()
                  + " can't be read: unexpected end of stream");
    }
  }

  private static SocketEffect closing() {
    return new SocketEffect.CloseSocket(true, false, false);
  }

  @Test
  void noThreadOutlivesTheProbeAndKeepsTheJvmUp() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().build());
      probe.observe(Look.get(server.url("/")), Look.within(SHORT));
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().matches("(stageproof-http|OkHttp|Okio).*"))
          .filteredOn(thread -> !thread.getName().contains("MockWebServer"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }
}
