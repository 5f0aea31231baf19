package dev.stageproof.observe;

import dev.stageproof.model.Gap;
import dev.stageproof.model.Window;
import dev.stageproof.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a program did as a Cloud Run job.
 *
 * @param job its name
 * @param execution the name of its only execution
 * @param exitCode empty when the program was ended, or never began
 * @param signal what ended the program
 * @param reason why the execution did not succeed, in Cloud Run's word for it
 * @param message the same, in Cloud Run's sentence; of a success as well
 * @param output what the program wrote
 * @param like what the job was given of the revision
 * @param startedAt when the execution was created
 * @param completedAt when it was over
 * @param left why the job was not deleted, and the command that does it; empty when it is gone
 */
public record JobObservation(
    String job,
    String execution,
    Optional<Integer> exitCode,
    Optional<Integer> signal,
    Optional<String> reason,
    String message,
    Output output,
    Like like,
    Instant startedAt,
    Instant completedAt,
    Optional<Gap> left)
    implements Observation {

  /** Cloud Logging takes entries whose time is up to a day off, as a program may set it. */
  static final Duration REACH = Duration.ofDays(1);

  /**
   * What a program wrote, as its log has it: empty lines are not there, each line ends with a line
   * feed, and a line that is an object in JSON is that object again, with its keys in order and
   * without the fields that Cloud Logging takes for itself, such as {@code severity}.
   *
   * @param stdout at most {@link ProcessObservation#OUTPUT_LIMIT} bytes
   * @param stderr likewise
   * @param cut true when one of them was longer
   * @param complete true when the log had passed the program's end before it was read
   * @param unseen why the log could not be read
   */
  public record Output(
      String stdout, String stderr, boolean cut, boolean complete, Optional<Gap> unseen) {

    /** Nothing of it was seen. */
    public static Output unseen(Gap why) {
      return new Output("", "", false, false, Optional.of(why));
    }
  }

  /**
   * What the job was given of the revision.
   *
   * @param flags the flags of {@code gcloud run jobs create} that give it
   * @param variables names of plain environment variables; their values are not kept
   * @param besides what else it was given that no flag is printed for: "the volume cloudsql"
   */
  public record Like(List<String> flags, List<String> variables, List<String> besides) {
    public Like {
      flags = List.copyOf(flags);
      variables = List.copyOf(variables);
      besides = List.copyOf(besides);
    }

    /** Nothing. */
    public static Like nothing() {
      return new Like(List.of(), List.of(), List.of());
    }
  }

  /** When its log entries can be. */
  Window window() {
    return JobCommands.around(new Window(startedAt, completedAt.plusMillis(1)));
  }

  /** How long the execution took. */
  public Duration took() {
    return Duration.between(startedAt, completedAt);
  }
}
