package dev.stageproof.checks.websocket;

import dev.stageproof.checks.requests.Address;
import dev.stageproof.checks.requests.AnsweredBy;
import dev.stageproof.checks.requests.At;
import dev.stageproof.checks.requests.Headers;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.spi.Auth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where to connect, what to send, and what has to come. */
@Doc(
    "Opens a WebSocket connection, sends messages and compares what comes with what is expected:"
        + " messages, the order of events, the close, the time an answer takes; and that no user"
        + " sees another's messages.")
public record WebSocketSettings(
    @Doc(
            value =
                "The path to connect to, from `/` on and with its query, at the service's address;"
                    + " either this or `url` is given.",
            example = "/ws")
        Optional<String> path,
    @Doc(
            value = "The whole address, instead of a `path` at the service's address.",
            example = "wss://staging.example.com/ws")
        Optional<String> url,
    @Doc(value = "At which address a `path` is connected to.", def = "service") At at,
    @Doc(
            value =
                "Which revision has to have answered every handshake. Cloud Run writes the entry of"
                    + " a connection to the request log when the connection has ended, so that the"
                    + " log is asked after the close.",
            def = "tested",
            example = "any")
        AnsweredBy answeredBy,
    @Doc(
            value =
                "How the handshake proves who sends it; by default as `target.auth` says at the"
                    + " service's own addresses, and not at all at a foreign `url`. Beside an"
                    + " `Authorization` header it goes out as `X-Serverless-Authorization`.",
            example = "id-token")
        Optional<Auth> auth,
    @Doc(value = "Headers of the handshake.", example = "{Authorization: \"Bearer ${USER_TOKEN}\"}")
        Map<String, String> headers,
    @OneOrMany
        @Doc(
            value = "Subprotocols to offer, the preferred one first; the server has to choose one.",
            example = "chat.v2")
        List<String> subprotocol,
    @Doc(
            value = "The messages to send, in this order.",
            example = "[{json: {type: user_message, text: hello}}]")
        List<MessageSettings> messages,
    @Doc("How long an answer takes; measured after the `messages`.") Optional<RoundTrip> roundTrip,
    @Doc("That users don't see each other's messages.") Optional<Isolation> isolation,
    @Doc(
            value =
                "How often to ping; the service has to answer each before the next one. At least"
                    + " three pings' time is listened.",
            example = "1s")
        Optional<Duration> ping,
    @Doc(
            value =
                "Whether to connect once more, and to say everything again, when the connection"
                    + " ends before everything has come; the report tells.",
            def = "false")
        boolean reconnect,
    @Doc(
            value =
                "How long to listen on once everything has come; what comes in that time counts,"
                    + " such as another user's message.",
            def = "500ms")
        Duration listen,
    @Doc("What has to come.") Expect expect) {

  private static final Duration SHORTEST_PING = Duration.ofMillis(50);

  public WebSocketSettings {
    headers = Handshake.headers(headers);
    subprotocol = List.copyOf(subprotocol);
    messages = List.copyOf(messages);
    if (path.isPresent() == url.isPresent()) {
      throw new InvalidSetting(
          path.isPresent() ? "url" : "", "give either a `path` or a `url`, and not both");
    }
    path.ifPresent(Address::requirePath);
    url.ifPresent(Handshake::requireUrl);
    if (at != At.SERVICE && url.isPresent()) {
      throw new InvalidSetting("at", "`at` goes with a `path`; a `url` says where by itself");
    }
    answeredBy.requireTraceable(headers);
    isolation.ifPresent(
        users -> users.users().forEach(user -> answeredBy.requireTraceable(user.headers())));
    subprotocol.forEach(WebSocketSettings::requireToken);
    if (isolation.isPresent() && !(messages.isEmpty() && roundTrip.isEmpty())) {
      throw new InvalidSetting(
          "isolation", "with `isolation` each user has `messages`; take out those of the check");
    }
    if (listen.isNegative()) {
      throw new InvalidSetting("listen", "`listen` must not be negative");
    }
    if (ping.filter(every -> every.compareTo(SHORTEST_PING) < 0).isPresent()) {
      throw new InvalidSetting("ping", "`ping` is at least 50ms");
    }
  }

  private static void requireToken(String name) {
    if (!Headers.isToken(name)) {
      throw new InvalidSetting("subprotocol", "`" + name + "` is not a subprotocol's name");
    }
  }

  /** The longest time that anything may take to come. */
  Duration within() {
    Duration longest = expect.within();
    longest = Times.longer(longest, isolation.map(Isolation::within).orElse(Duration.ZERO));
    longest = Times.longer(longest, roundTrip.map(RoundTrip::within).orElse(Duration.ZERO));
    return longest;
  }

  /** How long to listen when everything has come. */
  Duration further() {
    return Times.longer(listen, ping.map(every -> every.multipliedBy(3)).orElse(Duration.ZERO));
  }
}
