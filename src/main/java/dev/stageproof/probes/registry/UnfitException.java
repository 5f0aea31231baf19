package dev.stageproof.probes.registry;

import dev.stageproof.model.Gap;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;

/** What came is not what it should be. Leaves a stream as an {@link IOException} may. */
public final class UnfitException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Gap gap;

  public UnfitException(Gap gap) {
    super(gap.message());
    this.gap = gap;
  }

  /** The same for whoever asked. */
  public UnobservedException unobserved() {
    return new UnobservedException(gap, this);
  }
}
