package dev.stageproof.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it shows what there is. */
@Command(
    name = "stageproof",
    description = "Validates a staging deployment and writes the report.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      InitCommand.class,
      PlanCommand.class,
      DoctorCommand.class,
      ValidateCommand.class,
      DemoCommand.class,
      ReportCommand.class,
      JudgeCommand.class,
      CompareCommand.class,
      MergeCommand.class,
      HistoryCommand.class,
      PublishCommand.class,
      ChecksCommand.class,
      FormatsCommand.class,
      SchemaCommand.class,
      AutoComplete.GenerateCompletion.class
    },
    footer = {
      "",
      "Start with 'stageproof demo'; it needs nothing but a JDK.",
      "Each option has a variable: --fail-fast is STAGEPROOF_FAIL_FAST."
    })
final class StageproofCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
