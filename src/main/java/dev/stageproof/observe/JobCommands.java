package dev.stageproof.observe;

import dev.stageproof.model.Window;
import dev.stageproof.spi.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
    List<String> commands = new ArrayList<>(run(request, job, List.of()));
    commands.add(read(request, LogFilter.job(request.revision(), job)));
    commands.add(delete(request, job));
    return List.copyOf(commands);
  }

  static List<String> of(JobRequest request, JobObservation seen) {
    List<String> commands = new ArrayList<>();
    if (!seen.like().variables().isEmpty()) {
      commands.add(
          "# the job also had these variables of the revision: "
              + String.join(", ", seen.like().variables()));
    }
    if (!seen.like().besides().isEmpty()) {
      commands.add(
          "# the job also had of the revision: "
              + String.join(", ", seen.like().besides()).replaceAll("[\\p{Cntrl}]", " "));
    }
    commands.addAll(run(request, seen.job(), seen.like().flags()));
    String filter =
        LogFilter.execution(request.revision(), seen.job(), seen.execution(), seen.window());
    commands.add(read(request, filter));
    commands.add(delete(request, seen.job()));
    return List.copyOf(commands);
  }

  /** Creates the job and runs it; at once, where gcloud has a flag for everything. */
  private static List<String> run(JobRequest request, String job, List<String> like) {
    JobFields fields = new JobFields(request);
    List<String> create = create(request, job, like);
    if (!fields.needed()) {
      create.addAll(List.of("--execute-now", "--wait"));
      return List.of(Shell.command(create));
    }
    List<String> show = jobs("describe", job, request);
    show.add("--format=export");
    List<String> execute = jobs("execute", job, request);
    execute.add("--wait");
    return List.of(
        Shell.command(create),
        fields.command(Shell.command(show), Shell.command(jobs("replace", "-", request))),
        Shell.command(execute));
  }

  private static List<String> create(JobRequest request, String job, List<String> like) {
    List<String> words = jobs("create", job, request);
    words.add("--image=" + request.image());
    words.add("--command=" + list(request.argv().subList(0, 1)));
    if (request.argv().size() > 1 && !new JobFields(request).needed()) {
      words.add("--args=" + list(request.argv().subList(1, request.argv().size())));
    }
    if (!request.environment().isEmpty()) {
      words.add("--set-env-vars=" + list(variables(request)));
    }
    words.addAll(like);
    words.addAll(shape(request.shape()));
    words.addAll(List.of("--tasks=1", "--max-retries=0"));
    words.add("--task-timeout=" + request.timeoutSeconds() + "s");
    return words;
  }

  private static List<String> jobs(String what, String job, JobRequest request) {
    List<String> words = new ArrayList<>(List.of("gcloud", "run", "jobs", what, job));
    words.add("--region=" + request.revision().region());
    words.add("--project=" + request.revision().project());
    return words;
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
    List<String> words = jobs("delete", job, request);
    words.add("--quiet");
    return Shell.command(words);
  }

  /**
   * A list as gcloud takes it: with another separator where a part holds the usual one, and with
   * one at the end where the last part is empty.
   *
   * @see <a href="https://cloud.google.com/sdk/gcloud/reference/topic/escaping">gcloud topic
   *     escaping</a>
   */
  static String list(List<String> parts) {
    String free =
        Stream.concat(SEPARATORS.stream(), Stream.iterate("STAGEPROOF", mark -> mark + "X"))
            .filter(mark -> split(String.join(mark, parts), mark).equals(parts))
            .findFirst()
            .orElseThrow();
    String last = parts.get(parts.size() - 1);
    String joined = String.join(free, parts) + (last.isEmpty() ? free : "");
    boolean plain = free.equals(",") && !joined.startsWith("^");
    return plain ? joined : "^" + free + "^" + joined;
  }

  private static List<String> split(String joined, String mark) {
    return List.of(joined.split(Pattern.quote(mark), -1));
  }

  /** A stretch of time in which Cloud Logging takes entries of something that ran in this one. */
  static Window around(Window ran) {
    return new Window(
        ran.start().minus(JobObservation.REACH), ran.end().plus(JobObservation.REACH));
  }
}
