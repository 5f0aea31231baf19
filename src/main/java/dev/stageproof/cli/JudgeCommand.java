package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Difference;
import dev.stageproof.gate.Rejudgment;
import dev.stageproof.gate.ToolVersion;
import dev.stageproof.model.Judgment;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stageproof judge RECORD}: the verdict, concluded again from the evidence. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Concludes again, from the evidence in a record alone, what each check found, the",
      "verdict and the confidence, and tells each place where the record says otherwise.",
      "Exits as the verdict does when the record agrees; 1 when it says anything else; 3 when",
      "something can't be concluded again, such as a check of a plug-in that is not here.",
      "It shows that a record is of one piece, not who wrote it: keep records where only your",
      "pipeline can write."
    },
    sortOptions = false)
final class JudgeCommand implements Callable<Integer>, Verbose {
  private static final int SHOWN = 120;

  private final Streams streams;

  @Parameters(paramLabel = "RECORD", description = "The record; `-` is standard input.")
  private Path record;

  @Option(names = "--plugins", paramLabel = "PATH", split = ":", description = "As in 'validate'.")
  private List<String> plugins = new ArrayList<>();

  @Mixin private ConsoleOptions console;

  JudgeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    Rejudgment again = Rejudgment.of(record, streams.in(), Catalog.with(plugins));
    print(again, streams.out());
    return exit(again).code();
  }

  private static ExitCode exit(Rejudgment again) {
    ExitCode verdict = ExitCode.of(again.judgment().verdict());
    if (!again.differences().isEmpty()) {
      return ExitCode.FAIL;
    }
    return again.open().isEmpty() || verdict == ExitCode.FAIL ? verdict : ExitCode.INCONCLUSIVE;
  }

  private static void print(Rejudgment again, PrintStream out) {
    again.differences().forEach(difference -> out.println(line(difference)));
    again.open().forEach(what -> out.println("can't be concluded again: " + Text.line(what)));
    Judgment judgment = again.judgment();
    out.println(
        judgment.verdict()
            + "  confidence "
            + judgment.confidence().level()
            + (again.open().isEmpty()
                ? "  by the evidence of " + count(again.record().checks().size(), "check")
                : "  by the evidence as far as it can be concluded again"));
    out.println(Text.line(judgment.because()));
    if (again.reworded() > 0) {
      out.println(
          "stageproof "
              + again.record().toolVersion()
              + " wrote the record, and "
              + ToolVersion.get()
              + " words it otherwise in "
              + again.reworded()
              + " places.");
    }
    out.println(conclusion(again));
  }

  private static String line(Difference difference) {
    return Text.line(difference.where())
        + ": stored "
        + Text.line(difference.stored(), SHOWN)
        + ", recomputed "
        + Text.line(difference.recomputed(), SHOWN);
  }

  private static String conclusion(Rejudgment again) {
    if (!again.differences().isEmpty()) {
      return "The record does NOT say what its evidence says: "
          + count(again.differences().size(), "difference")
          + ". Don't rely on it.";
    }
    return again.agrees()
        ? "The record says what its evidence says."
        : "What could be concluded again agrees; "
            + count(again.open().size(), "part")
            + " could not.";
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
