package dev.stageproof.checks.websocket;

import dev.stageproof.checks.requests.Address;
import dev.stageproof.checks.requests.Asked;
import dev.stageproof.checks.requests.Asking;
import dev.stageproof.checks.websocket.Isolation.User;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.WebSocketRequest;
import dev.stageproof.observe.WebSocketRequest.Awaited;
import dev.stageproof.observe.WebSocketRequest.Connection;
import dev.stageproof.observe.WebSocketRequest.Listening;
import dev.stageproof.observe.WebSocketRequest.Message;
import dev.stageproof.spi.CheckContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one check asks to see in this run. */
record Planned(WebSocketSettings settings, CheckContext context) {

  /** Where it is asked. */
  Asking asking() {
    return new Asking(
        settings.at(), settings.url(), settings.auth(), settings.answeredBy(), context);
  }

  /** What is asked, where it can be. */
  List<Asked<WebSocketRequest>> asked() {
    return asking().asked(this::address, this::request);
  }

  private String address(Optional<String> base) {
    return settings
        .url()
        .map(Handshake::http)
        .orElseGet(() -> Address.joined(base.orElseThrow(), settings.path().orElseThrow()));
  }

  private WebSocketRequest request(String url, Access access) {
    return new WebSocketRequest(
        url, access, connections(), listening(), settings.ping(), settings.reconnect());
  }

  private Listening listening() {
    return new Listening(
        settings.within().plus(settings.further()),
        settings.further(),
        settings.expect().close().isPresent());
  }

  private List<Connection> connections() {
    return settings
        .isolation()
        .map(isolation -> isolation.users().stream().map(this::connection).toList())
        .orElseGet(() -> List.of(connection()));
  }

  private Connection connection() {
    List<Message> messages =
        new ArrayList<>(
            settings.messages().stream()
                .map(each -> new Message(each.written(), each.after()))
                .toList());
    List<Awaited> awaited = new ArrayList<>(settings.expect().awaited());
    settings.roundTrip().ifPresent(trip -> messages.addAll(trip.messages()));
    settings.roundTrip().ifPresent(trip -> awaited.add(trip.awaited()));
    return new Connection("", settings.headers(), settings.subprotocol(), messages, awaited);
  }

  private Connection connection(User user) {
    String marker = Isolation.marker(user, context);
    Map<String, String> headers = new LinkedHashMap<>(settings.headers());
    user.headers()
        .forEach((name, value) -> headers.put(name, value.replace(Isolation.PLACE, marker)));
    List<Awaited> awaited = new ArrayList<>(settings.expect().awaited());
    awaited.add(new Awaited(marker, List.of(), 1));
    return new Connection(
        user.name(),
        headers,
        settings.subprotocol(),
        user.messages().stream().map(each -> message(each, marker)).toList(),
        awaited);
  }

  private static Message message(MessageSettings settings, String marker) {
    return new Message(settings.written().replace(Isolation.PLACE, marker), settings.after());
  }
}
