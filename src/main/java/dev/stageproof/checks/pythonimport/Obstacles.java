package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Assertion;
import java.util.Optional;

/** What keeps an interpreter's answer from meaning anything. */
final class Obstacles {

  static final String NEEDED = "Python 3.6 or newer";

  private Obstacles() {}

  static Optional<Assertion> of(PythonImportSettings settings, Answer answer) {
    if (answer.tooOld()) {
      String actual = "`" + settings.interpreter() + "` is Python " + answer.python();
      return Optional.of(
          Assertion.unsettled(
              "interpreter", NEEDED, actual, "Name a newer Python in `interpreter`."));
    }
    if (!answer.missingPath().isEmpty()) {
      String missing = String.join(", ", answer.missingPath());
      return Optional.of(
          Assertion.unsettled(
              "path",
              "folders that exist",
              "does not exist: " + missing,
              "Correct `path`; its folders are seen from the configuration's folder."));
    }
    return answer.covers(settings)
        ? Optional.empty()
        : Optional.of(
            Assertion.unsettled(
                "interpreter", "an answer to each import", "an answer to some", "Run it again."));
  }
}
