package dev.stageproof.observe;

import dev.stageproof.model.Window;
import dev.stageproof.spi.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands that do by hand what a {@link JobRequest} does.
 *
 * @see <a href="https://cloud.google.com/sdk/gcloud/reference/run/jobs/create">gcloud run jobs
 *     create</a>
 */
final class JobCommands {
  /** What gcloud may separate the parts of a list with, in place of a comma. */
  private static final List<String> SEPARATORS = List.of(",", ";", "|", "~", "#", "%%", "@@@");

  private static final int LONGEST_WORD = 100;

  private JobCommands() {}

  /** The program as a shell would be given it, with long words cut: a script may be one. */
  static String program(JobRequest request) {
    return Shell.command(request.argv().stream().map(JobCommands::shortened).toList());
  }

  private static String shortened(String word) {
    String line = word.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_WORD ? line : line.substring(0, LONGEST_WORD) + "…";
  }

  /** Before it was made: the execution has no name yet. */
  static List<String> of(JobRequest request) {
    String job = request.job(1);
    return List.of(
        create(request, job, List.of()),
        read(request, LogFilter.job(request.revision(), job)),
        delete(request, job));
  }

  static List<String> of(JobRequest request, JobObservation seen) {
    List<String> commands = new ArrayList<>();
    if (!seen.like().variables().isEmpty()) {
      commands.add(
          "# the job also had these variables of the revision: "
              + String.join(", ", seen.like().variables()));
    }
    commands.add(create(request, seen.job(), seen.like().flags()));
    String filter =
        LogFilter.execution(request.revision(), seen.job(), seen.execution(), seen.window());
    commands.add(read(request, filter));
    commands.add(delete(request, seen.job()));
    return List.copyOf(commands);
  }

  private static String create(JobRequest request, String job, List<String> like) {
    List<String> words = new ArrayList<>(List.of("gcloud", "run", "jobs", "create", job));
    words.addAll(place(request));
    words.add("--image=" + request.image());
    words.add("--command=" + list(request.argv().subList(0, 1)));
    if (request.argv().size() > 1) {
      words.add("--args=" + list(request.argv().subList(1, request.argv().size())));
    }
    request.directory().ifPresent(folder -> words.add("--workdir=" + folder));
    if (!request.environment().isEmpty()) {
      words.add("--set-env-vars=" + list(variables(request)));
    }
    words.addAll(like);
    words.addAll(shape(request.shape()));
    words.addAll(List.of("--tasks=1", "--max-retries=0"));
    words.add("--task-timeout=" + request.timeoutSeconds() + "s");
    words.addAll(List.of("--execute-now", "--wait"));
    return Shell.command(words);
  }

  private static List<String> variables(JobRequest request) {
    return request.environment().entrySet().stream()
        .map(variable -> variable.getKey() + "=" + variable.getValue())
        .toList();
  }

  private static List<String> shape(JobShape shape) {
    return Stream.of(
            shape.serviceAccount().map(account -> "--service-account=" + account),
            shape.cpu().map(cpu -> "--cpu=" + cpu),
            shape.memory().map(memory -> "--memory=" + memory))
        .flatMap(flag -> flag.stream())
        .toList();
  }

  private static List<String> place(JobRequest request) {
    return List.of(
        "--region=" + request.revision().region(), "--project=" + request.revision().project());
  }

  private static String read(JobRequest request, String filter) {
    return Shell.command(
        List.of(
            "gcloud",
            "logging",
            "read",
            filter,
            "--project=" + request.revision().project(),
            "--order=asc",
            "--format=json"));
  }

  static String delete(JobRequest request, String job) {
    List<String> words = new ArrayList<>(List.of("gcloud", "run", "jobs", "delete", job));
    words.addAll(place(request));
    words.add("--quiet");
    return Shell.command(words);
  }

  /**
   * A list as gcloud takes it: with another separator where a part holds the usual one.
   *
   * @see <a href="https://cloud.google.com/sdk/gcloud/reference/topic/escaping">gcloud topic
   *     escaping</a>
   */
  static String list(List<String> parts) {
    String free =
        SEPARATORS.stream()
            .filter(mark -> parts.stream().noneMatch(part -> part.contains(mark)))
            .findFirst()
            .orElse("STAGEPROOF");
    String joined = String.join(free, parts);
    boolean plain = free.equals(",") && !joined.startsWith("^");
    return plain ? joined : "^" + free + "^" + joined;
  }

  /** A stretch of time in which Cloud Logging takes entries of something that ran in this one. */
  static Window around(Window ran) {
    return new Window(
        ran.start().minus(JobObservation.REACH), ran.end().plus(JobObservation.REACH));
  }
}
