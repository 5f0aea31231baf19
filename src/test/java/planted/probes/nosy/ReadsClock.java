package planted.probes.nosy;

import java.time.Instant;

/** Reads the system clock in a probe. */
public final class ReadsClock {
  public Instant read() {
    return Instant.now();
  }
}
