package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.places.Binding;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.observe.ProcessRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observations;
import java.util.List;

/** A Python on this machine. */
record LocalPlace(PythonImportSettings settings, CheckContext context) implements Place {

  @Override
  public CheckPlan plan() {
    return CheckPlan.ask(request());
  }

  private ProcessRequest request() {
    return Program.of(settings, context.directory());
  }

  @Override
  public Evaluation evaluate(Observations observations) {
    ProcessObservation run = observations.of(request());
    List<String> remarks = List.of(Binding.local(settings.interpreter()));
    return Answer.in(run.stdout())
        .map(answer -> answered(settings, answer, remarks))
        .orElseGet(() -> noAnswer(run))
        .withRemarks(remarks);
  }

  /** What an interpreter's answer comes to, wherever it ran. */
  static Evaluation answered(PythonImportSettings settings, Answer answer, List<String> remarks) {
    return Obstacles.of(settings, answer)
        .map(assertion -> Evaluation.of(assertion.actual(), List.of(assertion)))
        .orElseGet(
            () ->
                new Judging(settings, new ImportedSighting(settings, answer, remarks))
                    .evaluation());
  }

  private Evaluation noAnswer(ProcessObservation run) {
    String[] lines = run.stderr().strip().split("\n", -1);
    String last = lines[lines.length - 1].strip();
    String actual =
        "`%s` ended with exit code %d and gave no answer%s"
            .formatted(settings.interpreter(), run.exitCode(), last.isEmpty() ? "" : ": " + last);
    Assertion assertion =
        Assertion.unsettled(
            "interpreter",
            Obstacles.NEEDED,
            actual,
            "Run the command that repeats the check; if the program is no Python, change"
                + " `interpreter`.");
    return Evaluation.of(actual, List.of(assertion));
  }
}
