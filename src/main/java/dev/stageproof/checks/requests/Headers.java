package dev.stageproof.checks.requests;

import dev.stageproof.model.InvalidSetting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Headers as they are written in a configuration. */
public final class Headers {

  /** RFC 9110, section 5.6.2: a token. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  private Headers() {}

  /**
   * A copy in the same order, which can't be changed.
   *
   * @throws InvalidSetting with the key {@code headers}; a value is not shown, it may be a secret
   */
  public static Map<String, String> checked(Map<String, String> headers) {
    headers.forEach(Headers::require);
    return Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  private static void require(String name, String value) {
    if (!isToken(name)) {
      throw new InvalidSetting("headers", "`" + name + "` is not a header's name");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new InvalidSetting(
          "headers", "the value of `" + name + "` must be one line of ASCII characters");
    }
  }

  /** True for what can be a header's name, or a subprotocol's (RFC 6455, section 4.1). */
  public static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }
}
