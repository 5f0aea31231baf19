package dev.stageproof.checks.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.requests.AnsweredBy;
import dev.stageproof.checks.requests.At;
import dev.stageproof.checks.websocket.EventsExpectation.Order;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Outcome;
import dev.stageproof.spi.UnobservedException;
import dev.stageproof.testing.Tools;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WebSocketCheckTest {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String[] AGENT = {
    "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"
  };

  private static Service telling(String... types) {
    return Service.telling(
        (service, socket, text) ->
            List.of(types).forEach(type -> socket.send("{\"type\":\"" + type + "\"}")));
  }

  @Test
  void theFiveAgentEventsInOrderPass() throws Exception {
    try (Service service = telling(AGENT)) {
      Seen seen =
          Seen.of(
              Seen.at(service.url())
                  .sending("go")
                  .expecting(Seen.events(Order.STRICT, SOON, AGENT))
                  .done());

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.PASS);
      assertThat(seen.evaluation().headline()).isEqualTo("connected, 5 messages");
      assertThat(seen.assertion("order of events").actual()).isEqualTo("in order");
      assertThat(service.closed).hasValue(1);
    }
  }

  @Test
  void anEventOutOfOrderIsNamed() throws Exception {
    String[] wrong = AGENT.clone();
    wrong[1] = AGENT[2];
    wrong[2] = AGENT[1];
    try (Service service = telling(wrong)) {
      Seen seen =
          Seen.of(
              Seen.at(service.url())
                  .sending("go")
                  .expecting(Seen.events(Order.STRICT, SOON, AGENT))
                  .done());

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.FAIL);
      assertThat(seen.evaluation().headline())
          .isEqualTo("order of events: tool_executing before agent_thinking");
      assertThat(seen.assertion("events").outcome()).isEqualTo(Outcome.PASS);
    }
  }

  @Test
  void anyOrderWillDoWhenAskedSo() throws Exception {
    try (Service service = telling("b", "a")) {
      Seen seen =
          Seen.of(
              Seen.at(service.url())
                  .sending("go")
                  .expecting(Seen.events(Order.ANY, SOON, "a", "b"))
                  .done());

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.PASS);
    }
  }

  @Test
  void anEventThatNeverCameIsNamedAndFails() throws Exception {
    try (Service service = telling("agent_started")) {
      Seen seen =
          Seen.of(
              Seen.at(service.url())
                  .sending("go")
                  .expecting(
                      Seen.events(
                          Order.STRICT, Duration.ofMillis(300), "agent_started", "agent_completed"))
                  .done());

      assertThat(seen.assertion("events").outcome()).isEqualTo(Outcome.FAIL);
      assertThat(seen.assertion("events").actual()).startsWith("agent_completed in 1 message and ");
    }
  }

  @Test
  void aCloseWith1011FailsWithTheCode() throws Exception {
    try (Service service =
        Service.telling((it, socket, text) -> socket.close(1011, "agent crashed"))) {
      Seen seen =
          Seen.of(
              Seen.at(service.url())
                  .sending("go")
                  .expecting(Seen.messages(SOON, "agent_started"))
                  .done());

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.FAIL);
      assertThat(seen.evaluation().headline())
          .isEqualTo(
              "connection: closed by the service with 1011: agent crashed (internal error)"
                  + " (and 1 more)");
      assertThat(seen.assertion("message $.type = agent_started").actual())
          .isEqualTo("not in 0 messages, then the service closed with 1011: agent crashed");
    }
  }

  @Test
  void theExpectedCloseCodePassesAndAnotherFails() throws Exception {
    CloseExpectation normal = new CloseExpectation(1000, SOON);
    Expect expect = new Expect(List.of(), Optional.empty(), Optional.of(normal));
    try (Service good = Service.telling((it, socket, text) -> socket.close(1000, "bye"));
        Service bad = Service.telling((it, socket, text) -> socket.close(4001, "who?"))) {
      Seen right = Seen.of(Seen.at(good.url()).sending("bye").expecting(expect).done());
      Seen wrong = Seen.of(Seen.at(bad.url()).sending("bye").expecting(expect).done());

      assertThat(right.evaluation().outcome()).isEqualTo(Outcome.PASS);
      assertThat(wrong.assertion("close").outcome()).isEqualTo(Outcome.FAIL);
      assertThat(wrong.assertion("close").actual()).startsWith("4001: who? after ");
    }
  }

  @Test
  void aRefusedHandshakeFailsWithItsStatus() throws Exception {
    try (Service service = Service.refusing(503, "no instance")) {
      Seen seen = Seen.of(Seen.at(service.url()).done());

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.FAIL);
      assertThat(seen.evaluation().headline())
          .isEqualTo("handshake: refused with 503: no instance");
    }
  }

  @Test
  void aServiceThatIsNotThereIsNotSeen() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(() -> Seen.of(Seen.at("ws://127.0.0.1:" + port + "/ws").done()))
        .isInstanceOf(UnobservedException.class)
        .hasMessageStartingWith("can't connect to 127.0.0.1:" + port);
  }

  @Test
  void aServerThatNeverAnswersTheHandshakeIsNotSeen() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "ws://127.0.0.1:" + silent.getLocalPort() + "/ws";
      assertThatThrownBy(() -> Seen.of(Seen.at(url).done(), Duration.ofMillis(500)))
          .isInstanceOf(UnobservedException.class)
          .hasMessageMatching(
              "no answer from 127\\.0\\.0\\.1:\\d+ within \\d+ ms: still at the WebSocket handshake");
    }
  }

  @Test
  void aMessageIsSentAfterTheEventItWaitsFor() throws Exception {
    List<String> told = new ArrayList<>();
    try (Service service =
        Service.of(
            (it, socket) -> socket.send("{\"type\":\"welcome\"}"),
            (it, socket, text) -> {
              told.add(text);
              socket.send("{\"type\":\"got " + text + "\"}");
            })) {
      MessageSettings second =
          new MessageSettings(Optional.of("two"), Optional.empty(), List.of(Seen.type("got one")));
      Seen.Draft draft =
          Seen.at(service.url()).sending("one").expecting(Seen.messages(SOON, "got two"));
      Seen.Draft both =
          new Seen.Draft(
              draft.url(),
              List.of(),
              List.of(Seen.text("one"), second),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false,
              draft.expect());
      Seen seen = Seen.of(both.done());

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.PASS);
      assertThat(told).containsExactly("one", "two");
    }
  }

  @Test
  void roundTripsAreMeasuredAndBounded() throws Exception {
    try (Service service = telling("pong")) {
      RoundTrip trip =
          new RoundTrip(Seen.text("ping"), List.of(Seen.type("pong")), 4, Optional.of(SOON));
      Seen seen = Seen.of(Seen.at(service.url()).timing(trip).done());

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.PASS);
      assertThat(seen.assertion("round trips").actual()).isEqualTo("4 of 4");
      assertThat(seen.evaluation().metrics()).anyMatch(m -> m.name().equals("round trip, slowest"));
    }
  }

  @Test
  void aSlowRoundTripFails() throws Exception {
    try (Service service = telling("pong")) {
      RoundTrip trip =
          new RoundTrip(
              Seen.text("ping"), List.of(Seen.type("pong")), 2, Optional.of(Duration.ofNanos(1)));
      Seen seen = Seen.of(Seen.at(service.url()).timing(trip).done());

      assertThat(seen.assertion("slowest round trip").outcome()).isEqualTo(Outcome.FAIL);
    }
  }

  @Test
  void answeredPingsPass() throws Exception {
    try (Service service = telling()) {
      Seen seen = Seen.of(Seen.at(service.url()).pinging(Duration.ofMillis(100)).done());

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.PASS);
      assertThat(seen.assertion("ping").expected()).isEqualTo("answered within 100 ms");
    }
  }

  /** Opens the connection by hand and never says another word. */
  @Test
  void aPingThatIsNotAnsweredFails() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Socket> silent = CompletableFuture.supplyAsync(() -> openedByHand(server));
      Seen seen =
          Seen.of(
              Seen.at("ws://127.0.0.1:" + server.getLocalPort() + "/ws")
                  .pinging(Duration.ofMillis(100))
                  .done());
      silent.get(5, TimeUnit.SECONDS).close();

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.FAIL);
      assertThat(seen.evaluation().headline()).isEqualTo("ping: not answered");
    }
  }

  private static Socket openedByHand(ServerSocket server) {
    try {
      Socket socket = server.accept();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String key = "";
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        key = line.startsWith("Sec-WebSocket-Key: ") ? line.substring(19) : key;
      }
      byte[] whole =
          (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1);
      String accept =
          Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(whole));
      String answer =
          "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              + "Sec-WebSocket-Accept: "
              + accept
              + "\r\n\r\n";
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      return socket;
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSubprotocolThatIsNotChosenFails() throws Exception {
    try (Service service = telling()) {
      Seen seen = Seen.of(Seen.at(service.url()).offering("chat.v2").done());

      assertThat(seen.assertion("subprotocol").outcome()).isEqualTo(Outcome.FAIL);
      assertThat(seen.assertion("subprotocol").actual()).isEqualTo("none");
      assertThat(service.handshakes.get(0).getHeaders().get("Sec-WebSocket-Protocol"))
          .isEqualTo("chat.v2");
    }
  }

  @Test
  void aReconnectIsToldAsWhatItIs() throws Exception {
    try (Service service =
        Service.telling(
            (it, socket, text) -> {
              if (it.connections.size() == 1) {
                socket.close(1012, "restart");
              } else {
                socket.send("{\"type\":\"ok\"}");
              }
            })) {
      Seen seen =
          Seen.of(
              Seen.at(service.url())
                  .sending("go")
                  .reconnecting()
                  .expecting(Seen.messages(SOON, "ok"))
                  .done());

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.PASS);
      assertThat(seen.evaluation().headline()).isEqualTo("connected, 1 message, after a reconnect");
      assertThat(seen.assertion("handshake").actual())
          .endsWith(
              "after a reconnect: the first connection was closed with 1012: restart (service"
                  + " restart)");
      assertThat(seen.evaluation().excerpts().get(0).text())
          .startsWith(
              "before this one: closed by the service with 1012: restart (service restart)\n");
      assertThat(seen.evaluation().metrics())
          .anyMatch(metric -> metric.name().equals("reconnects") && metric.value() == 1);
    }
  }

  @Test
  void aHeaderOfTheHandshakeCanTellWhoAnswered() throws Exception {
    try (Service service = telling()) {
      AnsweredBy header =
          new AnsweredBy(AnsweredBy.Who.TESTED, Optional.of("Upgrade"), Duration.ZERO);
      Seen seen = Seen.of(Seen.at(service.url()).done(header));

      assertThat(seen.assertion("answered by").outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(seen.assertion("answered by").actual())
          .isEqualToIgnoringCase("websocket, header Upgrade");
    }
  }

  @Test
  void aUrlSaysWhereByItselfAndATraceIsOurs() {
    Seen.Draft draft = Seen.at("wss://staging.example.com/ws");
    assertThatThrownBy(() -> draft.done(At.REVISION, Seen.ANY, Map.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`at` goes with a `path`; a `url` says where by itself");
    AnsweredBy tested =
        new AnsweredBy(AnsweredBy.Who.TESTED, Optional.empty(), Duration.ofMinutes(2));
    assertThatThrownBy(() -> draft.done(At.SERVICE, tested, Map.of("Traceparent", "00-1")))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("a trace of your own hides the one");
  }

  @Test
  void aConnectionThatBreaksIsInconclusive() throws Exception {
    try (Service service = Service.telling((it, socket, text) -> socket.cancel())) {
      Seen seen =
          Seen.of(Seen.at(service.url()).sending("go").expecting(Seen.messages(SOON, "ok")).done());

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(seen.assertion("connection").actual()).startsWith("broke without a close: ");
    }
  }

  @Test
  void whatIsCutShortByTheTimeoutIsInconclusive() throws Exception {
    try (Service service = telling("other")) {
      WebSocketSettings settings =
          Seen.at(service.url())
              .sending("go")
              .expecting(Seen.messages(Duration.ofMinutes(1), "ok"))
              .done();
      Seen seen = Seen.of(settings, Duration.ofSeconds(2));

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(service.closed).hasValue(1);
    }
  }

  @Test
  void aFloodIsKeptWithinBounds() throws Exception {
    try (Service service =
        Service.telling(
            (it, socket, text) -> {
              for (int i = 0; i < 1500; i++) {
                socket.send("{\"type\":\"noise\"}");
              }
              socket.close(1000, "done");
            })) {
      Seen seen =
          Seen.of(Seen.at(service.url()).sending("go").expecting(Seen.messages(SOON, "ok")).done());

      assertThat(seen.observation().sessions().get(0).received()).hasSize(1000);
      assertThat(seen.observation().sessions().get(0).dropped()).isEqualTo(500);
      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }
  }

  @Test
  void theCommandMakesTheSameHandshakeWithRealCurl() throws Exception {
    Tools.require("curl");
    try (Service service =
        Service.of((it, socket) -> socket.close(1000, "seen enough"), (it, socket, text) -> {})) {
      String command =
          Seen.request(Seen.at(service.url()).offering("chat.v2").done()).reproduce().get(0);
      Process curl = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();

      assertThat(curl.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(new String(curl.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .startsWith("HTTP/1.1 101 Switching Protocols")
          .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
      assertThat(service.handshakes.get(0).getHeaders().get("Sec-WebSocket-Protocol"))
          .isEqualTo("chat.v2");
    }
  }

  @Test
  void noThreadIsLeft() throws Exception {
    try (Service service = telling("ok")) {
      Seen.of(Seen.at(service.url()).sending("go").expecting(Seen.messages(SOON, "ok")).done());
    }
    List<Thread> ours =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("stageproof-websocket-"))
            .toList();
    for (Thread thread : ours) {
      assertThat(thread.isDaemon()).isTrue();
      thread.join(5000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }
}
