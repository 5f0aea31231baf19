package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.TextForm;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is expected of the image's digest.
 *
 * @param exact the digest itself; empty when any digest will do, as long as it is known
 */
@TextForm(
    pattern = "resolved|sha256:[0-9a-f]{64}",
    hint = "`resolved`, or a digest: sha256: and 64 hexadecimal digits")
public record DigestRule(Optional<String> exact) {

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final String RESOLVED = "resolved";

  /**
   * Reads {@code resolved} or a digest.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static DigestRule parse(String text) {
    if (text.equals(RESOLVED)) {
      return new DigestRule(Optional.empty());
    }
    if (!DIGEST.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "`" + text + "` is neither `resolved` nor sha256: and 64 hexadecimal digits");
    }
    return new DigestRule(Optional.of(text));
  }

  @Override
  public String toString() {
    return exact.orElse(RESOLVED);
  }
}
