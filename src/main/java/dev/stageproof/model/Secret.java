package dev.stageproof.model;

/**
 * A setting that nobody may read in any output. It is written as its mark wherever settings are
 * written, and the run hides its value in everything that it sees.
 *
 * @param value one word of printable ASCII characters, as a header takes it
 */
@TextForm(
    pattern = Secret.FORM,
    hint = "a secret of 6 or more characters, such as ${SERVICE_TOKEN}")
public record Secret(String value) {

  /** What stands in a secret's place. */
  public static final String MARK = "[redacted]";

  /** A shorter one can't be hidden without hiding innocent text with it. */
  static final String FORM = "[\\x21-\\x7e]{6,}";

  public Secret {
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException(
          "the secret is not one word of 6 or more ASCII characters; it is not shown here");
    }
  }

  public static Secret parse(String text) {
    return new Secret(text);
  }

  @Override
  public String toString() {
    return MARK;
  }
}
