package dev.stageproof.checks.websocket;

import dev.stageproof.model.InvalidSetting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Headers of a handshake. */
final class Headers {

  /** RFC 9110, section 5.6.2: a token. */
  static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  private Headers() {}

  /** A copy in the same order. */
  static Map<String, String> checked(Map<String, String> headers) {
    headers.forEach(Headers::check);
    return Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** The value is not shown: it may be a secret. */
  private static void check(String name, String value) {
    if (!TOKEN.matcher(name).matches()) {
      throw new InvalidSetting("headers", "`" + name + "` is not a header's name");
    }
    if (name.toLowerCase(Locale.ROOT).startsWith("sec-websocket-")) {
      throw new InvalidSetting(
          "headers", "`" + name + "` belongs to the handshake; offer `subprotocol` by its key");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new InvalidSetting(
          "headers", "the value of `" + name + "` must be one line of ASCII characters");
    }
  }
}
