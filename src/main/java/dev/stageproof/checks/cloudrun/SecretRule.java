package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.TextForm;
import dev.stageproof.observe.DeploymentObservation.SecretVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret of Secret Manager that is expected.
 *
 * @param version a number or "latest"; empty when any version will do
 */
@TextForm(
    pattern = SecretRule.FORM,
    hint = "a secret and its version, such as jwt-secret-key:7, or a secret alone")
public record SecretRule(String secret, Optional<String> version) {

  static final String FORM =
      "((projects/[A-Za-z0-9:.-]+/secrets/)?[A-Za-z0-9_-]{1,255})(:(latest|[1-9][0-9]{0,9}))?";

  private static final Pattern PATTERN = Pattern.compile(FORM);
  private static final int VERSION = 4;

  /**
   * Reads a secret with or without a version.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static SecretRule parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "`" + text + "` is not a secret such as jwt-secret-key:7 or jwt-secret-key");
    }
    return new SecretRule(matcher.group(1), Optional.ofNullable(matcher.group(VERSION)));
  }

  boolean holdsFor(SecretVersion seen) {
    return seen.secret().equals(secret) && version.map(seen.version()::equals).orElse(true);
  }

  @Override
  public String toString() {
    return secret + version.map(number -> ":" + number).orElse("");
  }
}
