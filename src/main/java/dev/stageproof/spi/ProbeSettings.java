package dev.stageproof.spi;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import java.util.Optional;

/**
 * How the outside world is reached: the configuration's {@code gcp} part, after {@code
 * STAGEPROOF_LOGGING_ENDPOINT} and {@code STAGEPROOF_RUN_ENDPOINT} were put over it.
 *
 * @param logReadsPerMinute 1 to {@value #MOST_LOG_READS_PER_MINUTE}
 */
@Doc("How Google Cloud is reached.")
public record ProbeSettings(
    @Doc("Other endpoints than Google's own, for an emulator or a private access path.")
        Endpoints endpoints,
    @Doc(
            value =
                "How many pages of log entries may be read a minute. A project has 60, for all its"
                    + " readers together.",
            def = "50")
        int logReadsPerMinute) {

  /** What is read by default: most of a project's quota of 60, and a rest for others. */
  public static final int LOG_READS_PER_MINUTE = 50;

  /** More than Google allows anyone; an emulator may. */
  public static final int MOST_LOG_READS_PER_MINUTE = 6000;

  public ProbeSettings {
    if (logReadsPerMinute < 1 || logReadsPerMinute > MOST_LOG_READS_PER_MINUTE) {
      throw new InvalidSetting(
          "log-reads-per-minute", "`log-reads-per-minute` is 1 to " + MOST_LOG_READS_PER_MINUTE);
    }
  }

  /** Other endpoints, and the defaults of everything else. */
  public static ProbeSettings at(Endpoints endpoints) {
    return new ProbeSettings(endpoints, LOG_READS_PER_MINUTE);
  }

  /** Endpoints of Google's APIs. */
  @Doc("Endpoints of Google's APIs; `http://host:port` means plaintext without credentials.")
  public record Endpoints(
      @Doc(
              value = "Cloud Logging; `STAGEPROOF_LOGGING_ENDPOINT` goes over it.",
              example = "http://127.0.0.1:8085")
          Optional<Endpoint> logging,
      @Doc(
              value = "Cloud Run Admin; `STAGEPROOF_RUN_ENDPOINT` goes over it.",
              example = "http://127.0.0.1:8085")
          Optional<Endpoint> run) {

    /** Google's own endpoints. */
    public static Endpoints google() {
      return new Endpoints(Optional.empty(), Optional.empty());
    }
  }
}
