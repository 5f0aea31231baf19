package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.places.JobChoice;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.observe.JobObservation;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observations;
import java.util.List;
import java.util.Optional;

/** The Python of the revision's image, as a Cloud Run job. */
record JobPlace(PythonImportSettings settings, CheckContext context) implements Place {

  @Override
  public CheckPlan plan() {
    JobChoice choice = choice();
    return choice instanceof JobChoice.Chosen chosen
        ? CheckPlan.ask(chosen.request())
        : CheckPlan.impossible(((JobChoice.Unknown) choice).gap());
  }

  private JobChoice choice() {
    return JobChoice.of(settings.job(), Program.inImage(settings), context);
  }

  @Override
  public Evaluation evaluate(Observations observations) {
    JobChoice.Chosen chosen = (JobChoice.Chosen) choice();
    JobObservation seen = observations.of(chosen.request());
    List<String> remarks = chosen.remarks(seen);
    return Answer.inNumberedLines(seen.output().stdout())
        .map(answer -> LocalPlace.answered(settings, answer, remarks))
        .orElseGet(() -> noAnswer(seen))
        .withRemarks(remarks);
  }

  private Evaluation noAnswer(JobObservation seen) {
    Optional<Gap> unseen = seen.output().unseen();
    String actual =
        unseen
            .map(
                gap ->
                    "`%s` ran, and its answer was not seen: %s"
                        .formatted(settings.interpreter(), gap.message()))
            .orElseGet(() -> ended(seen));
    String settle =
        unseen
            .map(Gap::settle)
            .orElse(
                "Run the command that repeats the check; if the image has no such Python, change"
                    + " `interpreter`.");
    Assertion assertion = Assertion.unsettled("interpreter", Obstacles.NEEDED, actual, settle);
    return Evaluation.of(actual, List.of(assertion));
  }

  private String ended(JobObservation seen) {
    String[] lines = seen.output().stderr().strip().split("\n", -1);
    String last = lines[lines.length - 1].strip();
    String code = seen.exitCode().map(number -> "exit code " + number).orElse(seen.message());
    return "`%s` ended with %s and gave no answer%s"
        .formatted(settings.interpreter(), code, last.isEmpty() ? "" : ": " + last);
  }
}
