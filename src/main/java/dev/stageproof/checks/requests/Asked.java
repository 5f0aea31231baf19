package dev.stageproof.checks.requests;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Metric;
import dev.stageproof.observe.LoggedRequest;

/**
 * What is asked at one address.
 *
 * @param place what the address is called beside another one; empty when it is the only one
 */
public record Asked<R extends LoggedRequest<R>>(String place, R request) {

  public Assertion labelled(Assertion assertion) {
    return new Assertion(
        labelled(assertion.what()),
        assertion.expected(),
        assertion.actual(),
        assertion.outcome(),
        assertion.settle());
  }

  public Metric labelled(Metric metric) {
    return new Metric(
        labelled(metric.name()), metric.value(), metric.unit(), metric.bound(), metric.outcome());
  }

  /** Text that was made for an excerpt, under a label of this address. */
  public Excerpt labelled(Excerpt excerpt) {
    return Excerpt.of(labelled(excerpt.label()), excerpt.text());
  }

  /** "status (revision)"; as it is for a single address. */
  public String labelled(String name) {
    return place.isEmpty() ? name : name + " (" + place + ")";
  }

  /** "revision: 503, expected 2xx"; as it is for a single address. */
  public String headed(String line) {
    return place.isEmpty() ? line : place + ": " + line;
  }
}
