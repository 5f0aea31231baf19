package dev.stageproof.cli;

import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with what it needs of the process. */
record Commands(Streams streams, Map<String, String> environment, Clock clock) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == ValidateCommand.class) {
      return type.cast(new ValidateCommand(runner()));
    }
    if (type == DemoCommand.class) {
      return type.cast(new DemoCommand(runner()));
    }
    if (type == PlanCommand.class) {
      return type.cast(new PlanCommand(streams.out(), environment, clock));
    }
    if (type == InitCommand.class) {
      return type.cast(new InitCommand(streams, environment, clock));
    }
    if (type == DoctorCommand.class) {
      return type.cast(new DoctorCommand(streams, environment, clock));
    }
    if (type == ReportCommand.class) {
      return type.cast(new ReportCommand(streams));
    }
    if (type == JudgeCommand.class) {
      return type.cast(new JudgeCommand(streams));
    }
    if (type == CompareCommand.class) {
      return type.cast(new CompareCommand(streams));
    }
    if (type == MergeCommand.class) {
      return type.cast(new MergeCommand(streams, environment));
    }
    if (type == HistoryCommand.class) {
      return type.cast(new HistoryCommand(streams));
    }
    if (type == PublishGithubCommand.class) {
      return type.cast(new PublishGithubCommand(streams, environment));
    }
    if (type == ChecksCommand.class) {
      return type.cast(new ChecksCommand(streams.out()));
    }
    if (type == FormatsCommand.class) {
      return type.cast(new FormatsCommand(streams.out()));
    }
    if (type == SchemaCommand.class) {
      return type.cast(new SchemaCommand(streams.out()));
    }
    return CommandLine.defaultFactory().create(type);
  }

  private Runner runner() {
    return new Runner(streams, environment, clock);
  }
}
