package dev.stageproof.checks.http;

import dev.stageproof.model.InvalidSetting;
import java.net.URI;
import java.net.URISyntaxException;

/** Where to ask. */
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
    if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
      throw new InvalidSetting("url", "a url starts with https:// or http://: `" + url + "`");
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

  /** The path below the service's address, whose own query and fragment don't count. */
  static String joined(String base, String path) {
    return base.replaceAll("[?#].*$", "").replaceAll("/+$", "") + path;
  }
}
