package dev.stageproof.spi;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the commands that {@link Request#reproduce} gives: words arrive exactly as given. */
public final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private Shell() {}

  /** One command line of the given words. */
  public static String command(List<String> words) {
    return words.stream().map(Shell::word).collect(Collectors.joining(" "));
  }

  /** One word, quoted if it needs to be. */
  public static String word(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
