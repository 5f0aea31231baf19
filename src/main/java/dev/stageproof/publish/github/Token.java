package dev.stageproof.publish.github;

import dev.stageproof.model.InvalidSetting;
import java.util.Map;
import java.util.regex.Pattern;

/** A token, which never becomes part of any text. */
final class Token {
  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7E]{1,1000}");

  private final String value;

  private Token(String value) {
    this.value = value;
  }

  static Token from(Map<String, String> environment) {
    String first = environment.getOrDefault("GITHUB_TOKEN", "");
    String value = first.isEmpty() ? environment.getOrDefault("GH_TOKEN", "") : first;
    if (value.isEmpty()) {
      throw new InvalidSetting(
          "token",
          "there is no token: set GITHUB_TOKEN or GH_TOKEN; in GitHub Actions with"
              + " `env: {GITHUB_TOKEN: ${{ github.token }}}`. --dry-run needs none");
    }
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidSetting(
          "token", "the token in GITHUB_TOKEN or GH_TOKEN holds a blank or another odd character");
    }
    return new Token(value);
  }

  String header() {
    return "Bearer " + value;
  }

  @Override
  public String toString() {
    return "a token";
  }
}
