package dev.stageproof.probes.registry;

import dev.stageproof.model.Gap;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.spi.ProbeContext;
import java.util.Optional;

/** Knows what to show a registry that wants to know who asks. Thread-safe. */
@FunctionalInterface
interface Credentials {

  /**
   * A user and a password.
   *
   * @param issuer the only host that may be shown them; empty for the registry's own and the one
   *     that it names for tokens
   */
  record Login(String user, String password, Optional<String> issuer) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /**
   * What is known.
   *
   * @param login empty when nothing is: the registry is asked without
   * @param gap why nothing is known, where something was to be expected
   */
  record Known(Optional<Login> login, Optional<Gap> gap) {}

  /**
   * Looks for credentials.
   *
   * @throws InterruptedException when the run is stopped
   */
  Known of(ImageReference image, ProbeContext context) throws InterruptedException;
}
