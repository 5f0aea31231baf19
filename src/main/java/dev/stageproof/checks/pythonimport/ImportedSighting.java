package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.pythonimport.Answer.Absence;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Excerpt;
import java.util.List;
import java.util.Optional;

/**
 * An interpreter tried each import.
 *
 * @param answer one that covers all of the settings
 * @param remarks where the interpreter ran
 */
record ImportedSighting(PythonImportSettings settings, Answer answer, List<String> remarks)
    implements Sighting {

  @Override
  public Words words() {
    return Words.IMPORTED;
  }

  @Override
  public List<Finding> wanted() {
    return answer.imports().stream().<Finding>map(ImportedFinding::new).toList();
  }

  @Override
  public List<Finding> unwanted() {
    return answer.absent().stream()
        .map(Absence::target)
        .<Finding>map(ImportedFinding::new)
        .toList();
  }

  @Override
  public List<Optional<Finding>> controls() {
    return answer.absent().stream()
        .map(absence -> absence.control().<Finding>map(ImportedFinding::new))
        .toList();
  }

  @Override
  public String by() {
    return "Python " + answer.python();
  }

  @Override
  public List<Assertion> assertions() {
    return List.of();
  }

  @Override
  public List<Excerpt> excerpts() {
    return new Excerpts(settings, answer).list();
  }
}
