package dev.stageproof.engine;

import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.util.List;

/**
 * The observations of one round.
 *
 * @param requests as the check planned them
 * @param looks the look for each request, at the same index; every needed one saw something
 */
record SeenObservations(List<Request<?>> requests, List<Look> looks) implements Observations {

  @Override
  public <O extends Observation> Sight<O> sight(Request<O> request) {
    int index = requests.indexOf(request);
    if (index < 0) {
      throw new IllegalArgumentException("not planned: " + request.subject());
    }
    return looks.get(index).sight(request);
  }
}
