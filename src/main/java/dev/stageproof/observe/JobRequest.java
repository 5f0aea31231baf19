package dev.stageproof.observe;

import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Runs a program in a revision's image, as the only task of a Cloud Run job that is created for it
 * and deleted afterwards. Needs {@code --allow-exec}.
 *
 * @param revision whose image it is, and where it runs
 * @param image the image by its digest
 * @param argv the program and its arguments, in place of the image's own; no shell is involved
 * @param environment variables put over the others
 * @param directory the working directory in the image; the image's own when empty
 * @param timeout how long the program may take; whole seconds, rounded up
 * @param asked when the run began: it makes the job's name one of its own
 */
public record JobRequest(
    LogSource revision,
    ImageReference image,
    List<String> argv,
    Map<String, String> environment,
    Optional<String> directory,
    JobShape shape,
    Duration timeout,
    Instant asked)
    implements Request<JobObservation> {

  /** For what is not the program: setting up the job, starting, reading the log, deleting. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** The narrowest predefined role with all that is asked of Cloud Run. */
  private static final String DEVELOPER = "roles/run.developer";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int DIGITS = 8;

  public JobRequest {
    argv = List.copyOf(argv);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("no program to run");
    }
    if (image.digest().isEmpty()) {
      throw new IllegalArgumentException("an image without its digest can be any: " + image);
    }
  }

  /**
   * The job's name: the same for the same request, another for each run and each attempt.
   *
   * @param attempt 1 or more
   */
  public String job(int attempt) {
    byte[] all = toString().getBytes(StandardCharsets.UTF_8);
    String hash = UUID.nameUUIDFromBytes(all).toString().substring(0, DIGITS);
    String name = "stageproof-" + STAMP.format(asked) + "-" + hash;
    return attempt == 1 ? name : name + "-" + attempt;
  }

  /** The time limit as Cloud Run takes it. */
  public long timeoutSeconds() {
    return timeout.plusMillis(999).toSeconds();
  }

  @Override
  public String kind() {
    return "cloud-run-job";
  }

  @Override
  public String subject() {
    return "%s in the image %s, as a Cloud Run job"
        .formatted(JobCommands.program(this), image.digest().orElseThrow());
  }

  @Override
  public Class<JobObservation> observationType() {
    return JobObservation.class;
  }

  @Override
  public List<String> reproduce() {
    return JobCommands.of(this);
  }

  @Override
  public List<String> reproduce(JobObservation seen) {
    return JobCommands.of(this, seen);
  }

  /** The command that deletes a job which was left behind. */
  public String delete(String job) {
    return JobCommands.delete(this, job);
  }

  @Override
  public boolean executes() {
    return true;
  }

  @Override
  public Optional<String> creates() {
    return Optional.of(
        "the Cloud Run job %s in %s of %s"
            .formatted(job(1), revision.region(), revision.project()));
  }

  @Override
  public String whom() {
    return "Cloud Run jobs of " + revision.project();
  }

  @Override
  public Optional<Permission> permission() {
    return permissions().stream().findFirst();
  }

  @Override
  public List<Permission> permissions() {
    Stream<String> run =
        Stream.of(
            "run.jobs.create",
            "run.jobs.get",
            "run.jobs.run",
            "run.jobs.delete",
            "run.executions.get",
            "run.executions.list",
            "run.executions.cancel",
            "run.tasks.list");
    Stream<String> like = shape.likeRevision() ? Stream.of("run.revisions.get") : Stream.of();
    return Stream.concat(
            Stream.concat(run, like).map(name -> new Permission(name, DEVELOPER)),
            Stream.of(
                new Permission("iam.serviceAccounts.actAs", "roles/iam.serviceAccountUser"),
                new Permission("logging.logEntries.list", "roles/logging.viewer")))
        .toList();
  }

  /** The read that shows how far the log has come, and the one of the program's lines. */
  @Override
  public Optional<Usage> usage() {
    return Optional.of(new Usage(2, Usage.LOG_READS));
  }

  @Override
  public Optional<String> cost() {
    return Optional.of(
        "one task of a Cloud Run job for as long as the program runs, at most %d s; 2 of 60 log reads"
                .formatted(timeoutSeconds())
            + " a minute at the least");
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  /** Would the job be created? */
  @Override
  public List<Request<?>> trials() {
    return List.of(new CredentialsRequest(), new JobTrialRequest(this));
  }
}
