package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a Python interpreter to import things. */
public final class PythonImportCheck implements CheckType<PythonImportSettings> {

  private static final String NEEDED = "Python 3.6 or newer";

  @Override
  public String name() {
    return "python-import";
  }

  @Override
  public String title() {
    return "Python imports";
  }

  @Override
  public Class<PythonImportSettings> settingsType() {
    return PythonImportSettings.class;
  }

  @Override
  public CheckPlan plan(PythonImportSettings settings, CheckContext context) {
    return CheckPlan.ask(Program.of(settings, context.directory()));
  }

  @Override
  public Evaluation evaluate(
      PythonImportSettings settings, CheckContext context, Observations observations) {
    ProcessObservation run = observations.of(Program.of(settings, context.directory()));
    Optional<Answer> answer = Answer.in(run.stdout());
    if (answer.isEmpty()) {
      return noAnswer(settings, run);
    }
    Optional<Assertion> obstacle = obstacle(settings, answer.get());
    return obstacle
        .map(assertion -> Evaluation.of(assertion.actual(), List.of(assertion)))
        .orElseGet(() -> judged(settings, answer.get()));
  }

  private static Evaluation noAnswer(PythonImportSettings settings, ProcessObservation run) {
    String[] lines = run.stderr().strip().split("\n", -1);
    String last = lines[lines.length - 1].strip();
    String actual =
        "`%s` ended with exit code %d and gave no answer%s"
            .formatted(settings.interpreter(), run.exitCode(), last.isEmpty() ? "" : ": " + last);
    Assertion assertion =
        Assertion.unsettled(
            "interpreter",
            NEEDED,
            actual,
            "Run the command that repeats the check; if the program is no Python, change"
                + " `interpreter`.");
    return Evaluation.of(actual, List.of(assertion));
  }

  /** What keeps the answer from meaning anything. */
  private static Optional<Assertion> obstacle(PythonImportSettings settings, Answer answer) {
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

  private static Evaluation judged(PythonImportSettings settings, Answer answer) {
    List<Assertion> wanted = new ArrayList<>();
    for (int i = 0; i < settings.imports().size(); i++) {
      wanted.addAll(
          new WantedAssertions(settings.imports().get(i), answer.imports().get(i)).list());
    }
    boolean neighbour = answer.imports().stream().anyMatch(Answer.Attempt::imported);
    List<Assertion> all = new ArrayList<>(wanted);
    for (int i = 0; i < settings.absent().size(); i++) {
      var absence = answer.absent().get(i);
      all.add(new AbsenceAssertion(settings.absent().get(i), absence, neighbour).get());
    }
    return Evaluation.of(headline(settings, answer, all), all)
        .withExcerpts(new Excerpts(settings, answer).list());
  }

  /** How many of each, then the first thing that is not as expected. */
  private static String headline(
      PythonImportSettings settings, Answer answer, List<Assertion> all) {
    long imported = answer.imports().stream().filter(Answer.Attempt::imported).count();
    int wanted = settings.imports().size();
    int unwanted = settings.absent().size();
    long gone =
        all.subList(all.size() - unwanted, all.size()).stream()
            .filter(assertion -> assertion.outcome() == Outcome.PASS)
            .count();
    List<String> parts = new ArrayList<>();
    if (wanted > 0) {
      parts.add(imported + " of " + wanted + (wanted == 1 ? " imports" : " import"));
    }
    if (unwanted > 0) {
      parts.add(gone + " of " + unwanted + " absent");
    }
    return String.join(", ", parts) + ", Python " + answer.python() + trouble(all);
  }

  private static String trouble(List<Assertion> all) {
    Outcome worst = Outcome.all(all.stream().map(Assertion::outcome).toList());
    return all.stream()
        .filter(one -> worst != Outcome.PASS && one.outcome() == worst)
        .findFirst()
        .map(one -> "; `" + one.what() + "`: " + one.actual())
        .orElse("");
  }
}
