package dev.stageproof.spi;

import dev.stageproof.model.Doc;
import java.util.Optional;

/**
 * How the outside world is reached: the configuration's {@code gcp} part, after {@code
 * STAGEPROOF_LOGGING_ENDPOINT} and {@code STAGEPROOF_RUN_ENDPOINT} were put over it.
 */
@Doc("How Google Cloud is reached.")
public record ProbeSettings(
    @Doc("Other endpoints than Google's own, for an emulator or a private access path.")
        Endpoints endpoints) {

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
