package dev.stageproof.checks.command;

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
    "What a program does: its exit code, its output, and numbers in it. It runs on this machine, so"
        + " it says something of the revision under test only as far as it asks that revision.")
public record CommandSettings(
    @Doc(value = "What to run.", example = "{argv: [python3, compliance.py, --json]}")
        RunSettings run,
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

  public CommandSettings {
    exitCode = List.copyOf(exitCode);
    numbers = List.copyOf(numbers);
    if (exitCode.isEmpty()
        || exitCode.stream().anyMatch(code -> code < 0 || code > GREATEST_CODE)) {
      throw new InvalidSetting("exit-code", "an exit code is from 0 to " + GREATEST_CODE);
    }
    Set<String> names = new HashSet<>();
    for (NumberExpectation number : numbers) {
      if (!names.add(number.name())) {
        throw new InvalidSetting("numbers", "two numbers are named `" + number.name() + "`");
      }
    }
  }
}
