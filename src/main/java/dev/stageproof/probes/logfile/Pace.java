package dev.stageproof.probes.logfile;

import dev.stageproof.spi.UnobservedException;

/** Says whether reading may go on; asked before each read. */
interface Pace {

  /**
   * Returns when reading may go on.
   *
   * @throws UnobservedException when time is up
   * @throws InterruptedException when the run is stopped
   */
  void require() throws UnobservedException, InterruptedException;
}
