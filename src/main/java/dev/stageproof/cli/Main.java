package dev.stageproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stageproof.gate.ToolVersion;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The entry point of the process. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out);
    if (args.length == 1 && isVersion(args[0])) {
      out.println(versionLine());
      out.flush();
      return;
    }
    // Reports are English and the same everywhere: no digits or separators of the user's locale.
    Locale.setDefault(Locale.ROOT);
    silenceLibraries();
    boolean terminal = Boolean.getBoolean("stageproof.terminal");
    var streams = new Streams(System.in, out, stream(FileDescriptor.err), terminal);
    int code = Application.run(args, streams, System.getenv(), Clock.systemUTC());
    out.flush();
    System.exit(code);
  }

  private static boolean isVersion(String arg) {
    return arg.equals("--version") || arg.equals("-V");
  }

  static String versionLine() {
    return "stageproof " + ToolVersion.get();
  }

  /** Our text is UTF-8 whatever the locale or the JDK's default charset. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, UTF_8);
  }

  /** gRPC and Google's clients warn through java.util.logging about what we report ourselves. */
  private static void silenceLibraries() {
    if (System.getProperty("java.util.logging.config.file") == null) {
      LogManager.getLogManager().reset();
      Logger.getLogger("").setLevel(Level.OFF);
    }
  }
}
