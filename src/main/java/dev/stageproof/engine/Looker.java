package dev.stageproof.engine;

import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.time.Duration;

/** Looks for the run itself, not for a check; the look is kept as evidence. */
public interface Looker {

  /**
   * Looks, and waits for what comes of it.
   *
   * @param time 1 for the first look of this run at this request, 2 to look once more
   */
  <O extends Observation> Sight<O> look(Request<O> request, int time, Duration limit);
}
