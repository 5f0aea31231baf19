package dev.stageproof.checks.grpchealth;

import dev.stageproof.model.TextForm;
import java.util.regex.Pattern;

/**
 * What a server says of its health.
 *
 * @param text as the protocol spells it
 */
@TextForm(pattern = ServingStatus.FORM, hint = ServingStatus.HINT)
public record ServingStatus(String text) {

  static final String FORM = "SERVING|NOT_SERVING|UNKNOWN";
  static final String HINT = "SERVING, NOT_SERVING or UNKNOWN";

  private static final Pattern WHOLE = Pattern.compile(FORM);

  public ServingStatus {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("`" + text + "` is not " + HINT);
    }
  }

  public static ServingStatus parse(String text) {
    return new ServingStatus(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
