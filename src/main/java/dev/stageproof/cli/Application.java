package dev.stageproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stageproof.gate.ReportException;
import dev.stageproof.gate.UsageException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together and turns every ending into an exit code. */
final class Application {

  /** From here on a verbose run shows stack traces. */
  private static final int TRACES = 2;

  /** Wide enough for a description's own lines; narrow enough for two windows side by side. */
  private static final int HELP_WIDTH = 92;

  private final Streams streams;

  private Application(Streams streams) {
    this.streams = streams;
  }

  /** Runs one command; the streams are flushed, the process goes on. */
  static int run(String[] args, Streams streams, Map<String, String> environment, Clock clock) {
    Application application = new Application(streams);
    try {
      return application.execute(args, environment, clock);
    } catch (Error e) {
      // picocli hands on what is not an exception, such as a plug-in built for another version.
      return application.internal(e, false);
    } finally {
      streams.out().flush();
      streams.err().flush();
    }
  }

  private int execute(String[] args, Map<String, String> environment, Clock clock) {
    CommandLine line =
        new CommandLine(new StageproofCommand(), new Commands(streams, environment, clock));
    line.setOut(writer(streams.out()));
    line.setErr(writer(streams.err()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(HELP_WIDTH);
    line.setDefaultValueProvider(new EnvironmentDefaults(environment));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(this::misused);
    line.setExecutionExceptionHandler(this::failed);
    return line.execute(args);
  }

  private int misused(ParameterException e, String[] args) {
    streams.err().println("stageproof: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, writer(streams.err()));
    streams
        .err()
        .println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }

  private int failed(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof UsageException) {
      streams.err().println(e.getMessage());
      trace(e, line);
      return ExitCode.USAGE.code();
    }
    if (e instanceof ReportException) {
      streams.err().println("stageproof: " + e.getMessage());
      trace(e, line);
      return ExitCode.REPORT.code();
    }
    return internal(e, trace(e, line));
  }

  private int internal(Throwable failure, boolean traced) {
    streams.err().println("stageproof: internal error: " + Text.line(String.valueOf(failure)));
    if (!traced) {
      streams.err().println("Run again with -v -v for the stack trace, and please report it.");
    }
    return ExitCode.INTERNAL.code();
  }

  private boolean trace(Exception e, CommandLine line) {
    Object command = line.getCommand();
    if (!(command instanceof Verbose verbose) || verbose.verbosity() < TRACES) {
      return false;
    }
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    streams.err().print(text);
    return true;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, UTF_8);
  }
}
