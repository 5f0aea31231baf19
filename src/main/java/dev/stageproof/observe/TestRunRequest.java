package dev.stageproof.observe;

import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs tests and reads the JUnit XML reports that the run wrote, or reads reports that are there.
 * Needs {@code --allow-exec} when it runs something.
 *
 * @param program what writes the reports; empty to read those that are there
 * @param directory the folder that the reports are looked for from, absolute
 * @param reports globs of the reports, relative to the folder; {@code **} stands for any folders
 * @param named ids of tests to tell about whatever came of them; see {@link TestRunObservation#id}
 */
public record TestRunRequest(
    Optional<ProcessRequest> program, String directory, List<String> reports, List<String> named)
    implements Request<TestRunObservation> {

  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  public TestRunRequest {
    reports = List.copyOf(reports);
    named = named.stream().distinct().sorted().toList();
  }

  @Override
  public String kind() {
    return "test-run";
  }

  @Override
  public String subject() {
    return program
        .map(ProcessRequest::subject)
        .orElseGet(() -> "test reports " + String.join(", ", reports));
  }

  @Override
  public Class<TestRunObservation> observationType() {
    return TestRunObservation.class;
  }

  /** Runs the tests again and prints the reports. */
  @Override
  public List<String> reproduce() {
    Stream<String> run = program.stream().flatMap(request -> request.reproduce().stream());
    Stream<String> read = reports.stream().map(this::reading);
    return Stream.concat(run, read).toList();
  }

  /** In a path of {@code find}, one asterisk stands for any folders already. */
  private String reading(String glob) {
    String there = "cd " + Shell.word(directory) + " && ";
    Matcher wildcard = WILDCARD.matcher(glob);
    if (!wildcard.find()) {
      return there + Shell.command(List.of("cat", glob));
    }
    int slash = glob.lastIndexOf('/', wildcard.start());
    String start = slash < 0 ? "." : glob.substring(0, Math.max(slash, 1));
    String path = slash < 0 ? "./" + glob : glob;
    String plain = path.replace("**/", "*").replace("**", "*");
    return there + Shell.command(List.of("find", start, "-path", plain, "-exec", "cat")) + " {} +";
  }

  @Override
  public boolean executes() {
    return program.isPresent();
  }

  @Override
  public String whom() {
    return "this machine";
  }

  @Override
  public List<Request<?>> trials() {
    return program.map(ProcessRequest::trials).orElseGet(() -> List.of(this));
  }

  /** One run answers for the tests that several checks name. */
  @Override
  public Optional<Request<TestRunObservation>> mergedWith(Request<?> other) {
    if (!(other instanceof TestRunRequest run)
        || !run.program.equals(program)
        || !run.directory.equals(directory)
        || !run.reports.equals(reports)) {
      return Optional.empty();
    }
    List<String> both = Stream.concat(named.stream(), run.named.stream()).toList();
    return Optional.of(new TestRunRequest(program, directory, reports, both));
  }
}
