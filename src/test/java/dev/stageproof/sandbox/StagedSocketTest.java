package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.logging.v2.LogEntry;
import dev.stageproof.sandbox.ScenarioSocket.Answer;
import dev.stageproof.sandbox.ScenarioSocket.Audience;
import dev.stageproof.sandbox.ScenarioSocket.Close;
import dev.stageproof.sandbox.ScenarioSocket.Said;
import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** WebSocket connections of the staged service, opened with OkHttp and by hand. */
class StagedSocketTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final OkHttpClient http = new OkHttpClient();
  private final HandClock clock = new HandClock();
  private Sandbox sandbox;

  private void start(Scenario scenario) {
    sandbox = Sandbox.start(scenario, clock);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    http.dispatcher().executorService().shutdownNow();
  }

  /** What a client sees, line by line. */
  private final class Client extends WebSocketListener {
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    Client(String url, String user) {
      Request.Builder handshake =
          new Request.Builder()
              .url(url)
              .header("User-Agent", "ours/1")
              .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
      if (!user.isEmpty()) {
        handshake.header("X-User", user);
      }
      socket = http.newWebSocket(handshake.build(), this);
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
      seen.add("open " + response.header("Sec-WebSocket-Protocol", "-"));
    }

    @Override
    public void onMessage(WebSocket from, String text) {
      seen.add(text);
    }

    @Override
    public void onClosing(WebSocket from, int code, String reason) {
      seen.add("close " + code + " " + reason);
      from.close(code, "");
    }

    @Override
    public void onClosed(WebSocket from, int code, String reason) {
      seen.add("over");
    }

    @Override
    public void onFailure(WebSocket from, Throwable failure, Response response) {
      seen.add("failed " + (response == null ? failure.getMessage() : response.code()));
    }

    String next() throws InterruptedException {
      return Optional.ofNullable(seen.poll(5, TimeUnit.SECONDS))
          .orElseThrow(() -> new AssertionError("nothing came"));
    }

    List<String> next(int count) throws InterruptedException {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add(next());
      }
      return all;
    }
  }

  private Client connect(String user) throws InterruptedException {
    Client client = new Client(sandbox.serviceUrl() + "/ws", user);
    assertThat(client.next()).isEqualTo("open -");
    return client;
  }

  private List<LogEntry> handshakes() throws IOException {
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      return clients
          .logging
          .listLogEntriesCallable()
          .call(GoogleClients.entries("log_id(\"run.googleapis.com/requests\") \"ours/1\"").build())
          .getEntriesList();
    }
  }

  private static ScenarioSocket socket(Answer... replies) {
    return new ScenarioSocket(
        "/ws",
        Optional.empty(),
        Optional.of("X-User"),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(replies));
  }

  private static Answer echo(Audience to) {
    return new Answer(
        Optional.empty(),
        Optional.of(to),
        List.of(new Said(Optional.empty(), "{user} said {text}")),
        Optional.empty());
  }

  private static Scenario with(ScenarioSocket... sockets) {
    return Scenario.named("issue-965").withSockets(sockets);
  }

  @Test
  void aMessageBringsTheFiveAgentEventsToItsUserAlone() throws Exception {
    start(Scenario.named("issue-965"));
    Client alice = connect("alice");
    Client alsoAlice = connect("alice");
    Client bob = connect("bob");
    alice.socket.send("{\"type\":\"user_message\",\"text\":\"say \\\"hi\\\"\"}");
    List<String> events = alice.next(5);
    assertThat(events.get(0)).isEqualTo("{\"type\":\"agent_started\",\"user\":\"alice\"}");
    assertThat(events.get(1))
        .isEqualTo("{\"type\":\"agent_thinking\",\"user\":\"alice\",\"about\":\"say \\\"hi\\\"\"}");
    assertThat(events.get(4)).contains("agent_completed");
    assertThat(alsoAlice.next(5)).isEqualTo(events);
    bob.socket.send("{\"type\":\"ping\"}");
    assertThat(bob.next()).isEqualTo("{\"type\":\"pong\"}");
    bob.socket.send("{\"type\":\"bye\"}");
    assertThat(bob.next(2)).containsExactly("close 1000 bye", "over");
  }

  @Test
  void aServiceThatMixesItsUsersUpCanBeStaged() throws Exception {
    start(with(socket(echo(Audience.EVERYONE))));
    Client alice = connect("alice");
    Client bob = connect("bob");
    alice.socket.send("hello");
    assertThat(bob.next()).isEqualTo("alice said hello");
    assertThat(alice.next()).isEqualTo("alice said hello");
  }

  @Test
  void itClosesWithTheCodeThatTheScenarioSays() throws Exception {
    Answer crash =
        new Answer(
            Optional.of("crash"),
            Optional.empty(),
            List.of(),
            Optional.of(new Close(1011, Optional.of("agent crashed"))));
    start(with(socket(crash)));
    Client client = connect("");
    client.socket.send("{\"type\":\"crash\"}");
    assertThat(client.next(2)).containsExactly("close 1011 agent crashed", "over");
    assertThatThrownBy(() -> new Close(1006, Optional.empty()))
        .hasMessage("nobody can close a connection with code 1006");
  }

  @Test
  void itChoosesASubprotocolAndRefusesHandshakes() throws Exception {
    ScenarioSocket chat =
        new ScenarioSocket(
            "/ws",
            Optional.empty(),
            Optional.empty(),
            List.of("chat.v1", "chat.v2"),
            Optional.empty(),
            List.of(new Said(Optional.of(Duration.ofMillis(1)), "welcome {user}")),
            List.of());
    ScenarioSocket full =
        new ScenarioSocket(
            "/full",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(503),
            List.of(),
            List.of());
    start(with(chat, full));
    Request offer =
        new Request.Builder()
            .url(sandbox.serviceUrl() + "/ws")
            .header("Sec-WebSocket-Protocol", "chat.v2, other")
            .build();
    Client listener = new Client(sandbox.serviceUrl() + "/full", "");
    assertThat(listener.next()).isEqualTo("failed 503");
    http.newWebSocket(offer, listener);
    assertThat(listener.next(2)).containsExactly("open chat.v2", "welcome anonymous");
    assertThat(new Client(sandbox.serviceUrl() + "/nowhere", "").next()).isEqualTo("failed 404");
    assertThat(handshakes())
        .extracting(entry -> entry.getHttpRequest().getStatus())
        .containsExactly(503, 404);
  }

  @Test
  void theRequestLogHasAConnectionOnceItHasEnded() throws Exception {
    start(Scenario.named("issue-965"));
    Client client = connect("alice");
    assertThat(handshakes()).isEmpty();
    clock.forward(Duration.ofSeconds(7));
    client.socket.close(1000, "bye");
    assertThat(client.next(2)).containsExactly("close 1000 bye", "over");
    LogEntry entry = handshakes().get(0);
    assertThat(entry.getHttpRequest().getStatus()).isEqualTo(101);
    assertThat(entry.getHttpRequest().getLatency().getSeconds()).isEqualTo(7);
    assertThat(Times.instant(entry.getTimestamp())).isEqualTo(HandClock.START);
    assertThat(entry.getTrace()).endsWith(TRACE);
    assertThat(entry.getResource().getLabelsMap())
        .containsEntry("revision_name", "netra-backend-staging-00640-wob");
  }

  @Test
  void doorAndFaultsAreThoseOfEveryRequest() throws Exception {
    start(Scenario.named("issue-965").withAccess(Access.PRIVATE));
    assertThat(new Client(sandbox.serviceUrl() + "/ws", "").next()).isEqualTo("failed 403");
    sandbox.close();
    Fault quota = Fault.refuse(Status.Code.RESOURCE_EXHAUSTED);
    start(Scenario.named("issue-965").withFaults(Faults.none().with(Api.HTTP, quota)));
    assertThat(new Client(sandbox.serviceUrl() + "/ws", "").next()).isEqualTo("failed 429");
  }

  @Test
  void aTagLeadsToItsRevision() throws Exception {
    Scenario.Traffic old = Scenario.Traffic.to("netra-backend-staging-00639-qar", 0).tagged("old");
    start(Scenario.named("issue-965").withTraffic(Scenario.Traffic.latest(100), old));
    Client client = new Client(sandbox.tagUrls().get("old") + "/ws", "");
    assertThat(client.next()).isEqualTo("open -");
    client.socket.close(1000, "");
    assertThat(client.next(2)).contains("over");
    assertThat(handshakes().get(0).getResource().getLabelsMap())
        .containsEntry("revision_name", "netra-backend-staging-00639-qar");
  }

  /** A connection by hand, for what OkHttp does not do. */
  private final class Raw implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;

    Raw(String... headers) throws IOException {
      socket =
          new Socket(InetAddress.getLoopbackAddress(), URI.create(sandbox.serviceUrl()).getPort());
      socket.setSoTimeout(5000);
      in = new DataInputStream(socket.getInputStream());
      String head =
          "GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
              + String.join("\r\n", headers)
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    static final String[] GOOD = {
      "Connection: Upgrade",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    String head() throws IOException {
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        head.append((char) in.readByte());
      }
      return head.toString();
    }

    /** A masked frame; of up to 65,535 bytes. */
    void send(int first, byte... payload) throws IOException {
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      frame.write(first);
      if (payload.length < 126) {
        frame.write(0x80 | payload.length);
      } else {
        frame.write(0x80 | 126);
        frame.write(payload.length >> 8);
        frame.write(payload.length);
      }
      frame.writeBytes(new byte[4]);
      frame.writeBytes(payload);
      socket.getOutputStream().write(frame.toByteArray());
    }

    void send(int first, String text) throws IOException {
      send(first, text.getBytes(StandardCharsets.UTF_8));
    }

    /** "81 text", "88 1009". */
    String frame() throws IOException {
      int first = in.readUnsignedByte();
      byte[] payload = new byte[in.readUnsignedByte()];
      in.readFully(payload);
      String shown =
          first == 0x88
              ? String.valueOf(((payload[0] & 0xff) << 8) | (payload[1] & 0xff))
              : new String(payload, StandardCharsets.UTF_8);
      return Integer.toHexString(first) + " " + shown;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void framesAreReadAsRfc6455Says() throws Exception {
    start(with(socket(echo(Audience.SENDER))));
    try (Raw raw = new Raw(Raw.GOOD)) {
      assertThat(raw.head())
          .startsWith("HTTP/1.1 101 Switching Protocols")
          .containsIgnoringCase("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
      raw.send(0x01, "in ");
      raw.send(0x89, "between");
      raw.send(0x00, "three ");
      raw.send(0x80, "parts");
      assertThat(raw.frame()).isEqualTo("8a between");
      assertThat(raw.frame()).isEqualTo("81 anonymous said in three parts");
      raw.send(0x88, (byte) 0x0f, (byte) 0xa1);
      assertThat(raw.frame()).isEqualTo("88 4001");
      assertThat(raw.in.read()).isEqualTo(-1);
    }
  }

  @Test
  void whatIsNoProperFrameClosesTheConnectionWithItsCode() throws Exception {
    start(with(socket(echo(Audience.SENDER))));
    assertThat(closed(0x82, new byte[] {1})).isEqualTo("88 1003");
    assertThat(closed(0x81, new byte[] {(byte) 0xc3})).isEqualTo("88 1007");
    assertThat(closed(0x83, new byte[0])).isEqualTo("88 1002");
    assertThat(closed(0x80, new byte[0])).isEqualTo("88 1002");
    try (Raw raw = new Raw(Raw.GOOD)) {
      raw.head();
      raw.send(0x01, new byte[65_000]);
      raw.send(0x80, new byte[65_000]);
      assertThat(raw.frame()).isEqualTo("88 1009");
    }
    try (Raw raw = new Raw(Raw.GOOD)) {
      raw.head();
      raw.socket.getOutputStream().write(new byte[] {(byte) 0x81, 0x01, 'x'});
      assertThat(raw.frame()).isEqualTo("88 1002");
    }
  }

  private String closed(int first, byte[] payload) throws IOException {
    try (Raw raw = new Raw(Raw.GOOD)) {
      raw.head();
      raw.send(first, payload);
      return raw.frame();
    }
  }

  @Test
  void whatIsNoProperHandshakeIsRefused() throws Exception {
    start(Scenario.named("issue-965"));
    try (Raw old =
            new Raw("Connection: Upgrade", "Sec-WebSocket-Version: 99", "Sec-WebSocket-Key: a");
        Raw keyless = new Raw("Connection: Upgrade", "Sec-WebSocket-Version: 13")) {
      assertThat(old.head()).startsWith("HTTP/1.1 426 ");
      assertThat(keyless.head()).startsWith("HTTP/1.1 400 ");
    }
  }
}
