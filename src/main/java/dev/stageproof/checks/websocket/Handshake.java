package dev.stageproof.checks.websocket;

import dev.stageproof.checks.requests.Address;
import dev.stageproof.checks.requests.Headers;
import dev.stageproof.model.InvalidSetting;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The HTTP request that opens a connection. */
final class Handshake {
  private static final List<String> SCHEMES = List.of("wss", "ws", "https", "http");

  private Handshake() {}

  static void requireUrl(String url) {
    Address.requireUrl(url, SCHEMES);
  }

  /** A copy in the same order. */
  static Map<String, String> headers(Map<String, String> headers) {
    Map<String, String> checked = Headers.checked(headers);
    checked.keySet().forEach(Handshake::requireFree);
    return checked;
  }

  private static void requireFree(String name) {
    if (name.toLowerCase(Locale.ROOT).startsWith("sec-websocket-")) {
      throw new InvalidSetting(
          "headers", "`" + name + "` belongs to the handshake; offer `subprotocol` by its key");
    }
  }

  /** The address as HTTP writes it. */
  static String http(String url) {
    return url.replaceFirst("^ws", "http");
  }
}
