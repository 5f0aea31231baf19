package dev.stageproof.spi;

/** What was seen for the requests of one check, already redacted. */
public interface Observations {

  /**
   * The observation that answers a request which the check needs.
   *
   * @throws IllegalArgumentException when the check did not plan to need the request
   */
  default <O extends Observation> O of(Request<O> request) {
    return sight(request)
        .seen()
        .orElseThrow(() -> new IllegalArgumentException("not needed: " + request.subject()));
  }

  /**
   * What came of a look that the check can do without.
   *
   * @throws IllegalArgumentException when the check did not plan the request
   */
  <O extends Observation> Sight<O> sight(Request<O> request);
}
