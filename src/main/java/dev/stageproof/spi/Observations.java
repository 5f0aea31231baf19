package dev.stageproof.spi;

/** What was seen for the requests of one check, already redacted. */
public interface Observations {

  /**
   * The observation that answers a request which the check planned.
   *
   * @throws IllegalArgumentException when the check did not plan the request
   */
  <O extends Observation> O of(Request<O> request);
}
