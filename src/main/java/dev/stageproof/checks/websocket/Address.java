package dev.stageproof.checks.websocket;

import dev.stageproof.model.InvalidSetting;
import java.net.URI;
import java.net.URISyntaxException;

/** Where to connect. */
final class Address {
  private Address() {}

  static void requirePath(String path) {
    if (!path.startsWith("/")) {
      throw new InvalidSetting("path", "a path starts with `/`: `" + path + "`");
    }
    requireUri("path", path, "http://host" + path);
  }

  static void requireUrl(String url) {
    URI uri = requireUri("url", url, url);
    if (!url.matches("(?i)(ws|http)s?://.*")) {
      throw new InvalidSetting("url", "a url starts with wss:// or ws://: `" + url + "`");
    }
    if (uri.getRawUserInfo() != null) {
      throw new InvalidSetting(
          "url", "a url holds no user and password; send an `Authorization` header instead");
    }
    if (uri.getHost() == null) {
      throw new InvalidSetting("url", "the url names no host: `" + url + "`");
    }
  }

  private static URI requireUri(String key, String written, String whole) {
    try {
      return new URI(whole);
    } catch (URISyntaxException e) {
      throw new InvalidSetting(
          key,
          "`" + written + "` is not a URI: " + e.getReason() + "; percent-encode such characters");
    }
  }

  /** The handshake is an HTTP request. */
  static String http(String url) {
    return url.replaceFirst("(?i)^ws", "http");
  }

  /** The path below the service's address, whose own query and fragment don't count. */
  static String joined(String base, String path) {
    return http(base).replaceAll("[?#].*$", "").replaceAll("/+$", "") + path;
  }
}
