package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.pythonimport.Answer.Attempt;
import dev.stageproof.model.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the imports as Python writes them, with what came of each, and the warnings. */
record Excerpts(PythonImportSettings settings, Answer answer) {

  private static final int MOST_WARNINGS = 10;

  List<Excerpt> list() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < settings.imports().size(); i++) {
      lines.add(line(settings.imports().get(i).statement(), answer.imports().get(i)));
    }
    for (int i = 0; i < settings.absent().size(); i++) {
      lines.add(line(settings.absent().get(i).statement(), answer.absent().get(i).target()));
    }
    Excerpt imports = Excerpt.of("Python " + answer.python(), String.join("\n", lines));
    return Stream.concat(Stream.of(imports), warnings()).toList();
  }

  /** A statement that fails stands as a comment: the excerpt is a program that runs. */
  private static String line(String statement, Attempt attempt) {
    String code = attempt.imported() ? statement : "# " + statement;
    return code + "  # " + attempt.shown();
  }

  private Stream<Excerpt> warnings() {
    return answer.imports().stream()
        .flatMap(attempt -> attempt.warnings().stream())
        .distinct()
        .limit(MOST_WARNINGS)
        .map(
            warned ->
                new Excerpt(
                    warned.category(), Optional.empty(), Optional.of("WARNING"), warned.message()));
  }
}
