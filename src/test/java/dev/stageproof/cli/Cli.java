package dev.stageproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stageproof.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Runs the command line inside the test's process and keeps what it says. */
record Cli(int code, String out, String err) {

  static Cli run(String... args) {
    return run(Map.of(), args);
  }

  static Cli run(Map<String, String> environment, String... args) {
    return run(InputStream.nullInputStream(), environment, args);
  }

  /** With something on standard input. */
  static Cli fed(String input, String... args) {
    return run(new ByteArrayInputStream(input.getBytes(UTF_8)), Map.of(), args);
  }

  private static Cli run(InputStream in, Map<String, String> environment, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var streams =
        new Streams(
            in, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    int code = Application.run(args, streams, environment, Clock.systemUTC());
    return new Cli(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** The environment that leads a run to a sandbox. */
  static Map<String, String> environment(Sandbox sandbox) {
    Map<String, String> environment = new HashMap<>();
    environment.put("STAGEPROOF_LOGGING_ENDPOINT", sandbox.loggingEndpoint());
    environment.put("STAGEPROOF_RUN_ENDPOINT", sandbox.runEndpoint());
    return environment;
  }
}
