package dev.stageproof.checks.places;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.JobShape;
import java.util.Optional;

/** What surrounds a program that runs as a Cloud Run job. */
@Doc(
    "What surrounds the program of a Cloud Run job. The job has one task, that is not retried; it is"
        + " deleted when the check is done, also after a failure or Ctrl-C.")
public record JobSettings(
    @Doc(
            value =
                "Whether the job gets what the revision has: its environment variables, secrets,"
                    + " volumes, resources, network and service account.",
            def = "true")
        boolean likeRevision,
    @Doc(
            value =
                "The service account that the job runs as, in place of the revision's; who runs"
                    + " stageproof must be allowed to act as it.",
            example = "probe@acme-staging.iam.gserviceaccount.com")
        Optional<String> serviceAccount,
    @Doc(value = "The CPUs of the job, in place of the revision's.", example = "'1'")
        Optional<String> cpu,
    @Doc(value = "The memory of the job, in place of the revision's.", example = "512Mi")
        Optional<String> memory) {

  public JobSettings {
    requireWord("service-account", serviceAccount);
    requireWord("cpu", cpu);
    requireWord("memory", memory);
  }

  private static void requireWord(String key, Optional<String> value) {
    if (value.filter(text -> !text.matches("\\S+")).isPresent()) {
      throw new InvalidSetting(key, "`" + key + "` is one word: `" + value.get() + "`");
    }
  }

  /** Like the revision in everything. */
  public static JobSettings usual() {
    return new JobSettings(true, Optional.empty(), Optional.empty(), Optional.empty());
  }

  JobShape shape() {
    return new JobShape(likeRevision, serviceAccount, cpu, memory);
  }
}
