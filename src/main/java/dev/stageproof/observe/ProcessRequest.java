package dev.stageproof.observe;

import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs a program. Needs {@code --allow-exec}.
 *
 * @param argv the program and its arguments; no shell is involved
 * @param stdin what the program reads, as UTF-8; empty input when absent
 * @param directory the working directory, absolute
 * @param environment variables put over the inherited ones
 */
public record ProcessRequest(
    List<String> argv, Optional<String> stdin, String directory, Map<String, String> environment)
    implements Request<ProcessObservation> {

  private static final String END = "STAGEPROOF_INPUT";

  public ProcessRequest {
    argv = List.copyOf(argv);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("no program to run");
    }
  }

  @Override
  public String kind() {
    return "process";
  }

  @Override
  public String subject() {
    return Shell.command(argv);
  }

  @Override
  public Class<ProcessObservation> observationType() {
    return ProcessObservation.class;
  }

  @Override
  public List<String> reproduce() {
    String variables =
        environment.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + Shell.word(entry.getValue()) + " ")
            .collect(Collectors.joining());
    String command = "cd " + Shell.word(directory) + " && " + variables + Shell.command(argv);
    return List.of(
        stdin
            .map(text -> command + " <<'" + END + "'\n" + text + "\n" + END)
            .orElse(command + " </dev/null"));
  }

  @Override
  public boolean executes() {
    return true;
  }

  @Override
  public String whom() {
    return "this machine";
  }

  /** Is the program there? */
  @Override
  public List<Request<?>> trials() {
    return List.of(PresenceRequest.program(argv.get(0), directory));
  }
}
