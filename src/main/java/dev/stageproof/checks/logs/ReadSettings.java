package dev.stageproof.checks.logs;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.Watermarking.How;
import java.time.Duration;
import java.util.Optional;

/** Whose entries are read, and how it is shown that none is missing. */
@Doc("Whose entries are read, and how it is shown that none is missing.")
public record ReadSettings(
    @Doc(
            value =
                "An export to read instead of the revision's log: JSON as `gcloud logging read"
                    + " --format=json` prints it, or one entry a line, plain or gzip; seen from"
                    + " the configuration's folder, `-` is standard input. It is read whole,"
                    + " whatever `window` says.",
            example = "logs/export.json.gz")
        Optional<String> file,
    @Doc(
            value =
                "With `file`: only entries of this revision; by default the revision under test,"
                    + " or every entry when the configuration names no target.",
            example = "backend-staging-00641-kip")
        Optional<String> revision,
    @Doc(
            value = "How it is shown that ingestion has passed the end of the window.",
            def = "request")
        How watermark,
    @Doc(value = "How long to wait for that; then what was not seen stays open.", def = "2m")
        Duration maxLag,
    @Doc(
            value =
                "The read of a log stops after this many entries. The rest is then searched for"
                    + " entries that can match, as many again at most; what neither saw stays"
                    + " open.",
            def = "50000")
        int maxEntries) {

  /** What reading and evaluating may take beside the wait for ingestion. */
  private static final Duration SPARE = Duration.ofSeconds(20);

  /** Standard input, as a file. */
  static final String STDIN = "-";

  public ReadSettings {
    if (file.filter(String::isBlank).isPresent()) {
      throw new InvalidSetting("file", "`file` names an export, or `-` for standard input");
    }
    if (revision.isPresent() && file.isEmpty()) {
      throw new InvalidSetting(
          "revision", "`revision` goes with `file`; the log is read of the revision under test");
    }
    if (maxLag.isNegative()) {
      throw new InvalidSetting("max-lag", "`max-lag` must not be negative");
    }
    if (maxEntries < 1) {
      throw new InvalidSetting("max-entries", "`max-entries` is 1 or more");
    }
  }

  /** How long one attempt may take. */
  public Duration timeout() {
    return file.isPresent() ? SPARE : maxLag.plus(SPARE);
  }
}
