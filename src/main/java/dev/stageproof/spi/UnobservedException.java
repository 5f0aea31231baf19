package dev.stageproof.spi;

import dev.stageproof.model.Gap;

/** Nothing could be seen. Carries what happened and what would settle it, for the report. */
public final class UnobservedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Gap gap;

  public UnobservedException(Gap gap) {
    super(gap.message());
    this.gap = gap;
  }

  public UnobservedException(Gap gap, Throwable cause) {
    super(gap.message(), cause);
    this.gap = gap;
  }

  public Gap gap() {
    return gap;
  }
}
