package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.TextForm;
import dev.stageproof.observe.PythonName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A module, or a name in a module, in one word: {@code acme.sockets:Manager}.
 *
 * @param python what it names
 */
@TextForm(
    pattern = "[^\\s:.]+(\\.[^\\s:.]+)*(:[^\\s:.]+)?",
    hint = "a module, or a module and a name, such as acme.sockets:Manager")
record OtherName(PythonName python) {

  private static final String IDENTIFIER = "[\\p{L}_][\\p{L}\\p{N}_]*";
  private static final Pattern FORM =
      Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")*(:" + IDENTIFIER + ")?");

  /** Reads {@code module} or {@code module:name}. */
  public static OtherName parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "`" + text + "` is no module and name: acme.sockets:Manager");
    }
    String[] parts = text.split(":", -1);
    Optional<String> name = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
    return new OtherName(new PythonName(parts[0], name));
  }

  @Override
  public String toString() {
    return python.module() + python.name().map(name -> ":" + name).orElse("");
  }
}
