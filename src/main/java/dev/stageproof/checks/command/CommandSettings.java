package dev.stageproof.checks.command;

import dev.stageproof.checks.places.JobSettings;
import dev.stageproof.checks.places.Where;
import dev.stageproof.checks.programs.RunSettings;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings of {@code command}. */
@Doc(
    "What a program does: its exit code, its output, and numbers in it. On this machine it says"
        + " something of the revision under test only as far as it asks that revision; as a Cloud"
        + " Run job it runs in the revision's image.")
public record CommandSettings(
    @Doc(value = "What to run.", example = "{argv: [python3, compliance.py, --json]}")
        RunSettings run,
    @Doc(
            value =
                "Where it runs: on this machine, or as a Cloud Run job. There `shell` means the"
                    + " image's `sh`, `directory` is a path in the image, and `stdin` is not"
                    + " possible; `timeout` is the program's own, and setting up the job, reading its"
                    + " log and deleting it may take three minutes more. Its output is what Cloud"
                    + " Logging has of it: without empty lines, and of a line that is an object in"
                    + " JSON the value, written anew with its keys in order and without fields such"
                    + " as `severity` that Cloud Logging takes for itself.",
            def = "local",
            example = "cloud-run-job")
        Where where,
    @Doc("What surrounds the program, where it runs as a Cloud Run job.") JobSettings job,
    @OneOrMany @Doc(value = "The exit codes that are right.", def = "[0]", example = "[0, 3]")
        List<Integer> exitCode,
    @Doc(value = "What standard output has to be like.", example = "{contains: ready}")
        Optional<TextExpectation> stdout,
    @Doc(value = "What standard error has to be like.", example = "{absent: Traceback}")
        Optional<TextExpectation> stderr,
    @Doc(
            value = "Numbers in the output, each with its bounds.",
            example =
                "[{name: compliance, match: '([\\d.]+) ?% compliance', unit: percent, min: 80}]")
        List<NumberExpectation> numbers) {

  private static final int GREATEST_CODE = 255;

  /** A command that runs on this machine. */
  public CommandSettings(
      RunSettings run,
      List<Integer> exitCode,
      Optional<TextExpectation> stdout,
      Optional<TextExpectation> stderr,
      List<NumberExpectation> numbers) {
    this(run, Where.LOCAL, JobSettings.usual(), exitCode, stdout, stderr, numbers);
  }

  public CommandSettings {
    exitCode = List.copyOf(exitCode);
    numbers = List.copyOf(numbers);
    if (exitCode.isEmpty()
        || exitCode.stream().anyMatch(code -> code < 0 || code > GREATEST_CODE)) {
      throw new InvalidSetting("exit-code", "an exit code is from 0 to " + GREATEST_CODE);
    }
    if (where == Where.IMAGE) {
      throw new InvalidSetting(
          "where", "nothing is run in `image`; a command runs in `local` or as a `cloud-run-job`");
    }
    if (where == Where.CLOUD_RUN_JOB) {
      run.requireFitForJob();
    } else if (!job.equals(JobSettings.usual())) {
      throw new InvalidSetting("job", "`job` is for `where: cloud-run-job`");
    }
    Set<String> names = new HashSet<>();
    for (NumberExpectation number : numbers) {
      if (!names.add(number.name())) {
        throw new InvalidSetting("numbers", "two numbers are named `" + number.name() + "`");
      }
    }
  }
}
