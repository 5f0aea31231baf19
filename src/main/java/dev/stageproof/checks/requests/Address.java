package dev.stageproof.checks.requests;

import dev.stageproof.model.InvalidSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Where to ask, as it is written in a configuration. */
public final class Address {
  private Address() {}

  /**
   * Refuses what is no path.
   *
   * @throws InvalidSetting with the key {@code path}
   */
  public static void requirePath(String path) {
    if (!path.startsWith("/")) {
      throw new InvalidSetting("path", "a path starts with `/`: `" + path + "`");
    }
    requireUri("path", path, "http://host" + path);
  }

  /**
   * Refuses what is no absolute address, or one that holds a password.
   *
   * @param schemes those that are allowed; the first two are named to the user
   * @throws InvalidSetting with the key {@code url}
   */
  public static void requireUrl(String url, List<String> schemes) {
    URI uri = requireUri("url", url, url);
    if (!schemes.contains(String.valueOf(uri.getScheme()))) {
      throw new InvalidSetting(
          "url",
          "a url starts with %s:// or %s://: `%s`".formatted(schemes.get(0), schemes.get(1), url));
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
  public static String joined(String base, String path) {
    return base.replaceAll("[?#].*$", "").replaceAll("/+$", "") + path;
  }
}
