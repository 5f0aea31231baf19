package dev.stageproof.model;

/**
 * A setting whose value makes no sense, thrown by the compact constructor of a configuration
 * record; the configuration reader adds the place and shows it with all other problems.
 */
public final class InvalidSetting extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;

  /**
   * @param key the setting as it is written in YAML, empty when the record as a whole is wrong
   * @param message what is wrong and what is allowed, without the place
   */
  public InvalidSetting(String key, String message) {
    super(message);
    this.key = key;
  }

  /** The setting as it is written in YAML, empty when the record as a whole is wrong. */
  public String key() {
    return key;
  }
}
