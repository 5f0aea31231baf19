package dev.stageproof.samples;

import dev.stageproof.model.TextForm;

@TextForm(
    pattern = "[1-5](\\d\\d|xx)",
    hint = "a status such as 200, or a class of them such as 2xx")
public record StatusRange(String text) {
  public static StatusRange parse(String text) {
    if (!text.matches("[1-5](\\d\\d|xx)")) {
      throw new IllegalArgumentException("`" + text + "` is no HTTP status");
    }
    return new StatusRange(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
