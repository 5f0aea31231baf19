package dev.stageproof.checks.http;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Metric;
import dev.stageproof.observe.HttpRequest;

/**
 * What is asked at one address.
 *
 * @param place what the address is called beside another one; empty when it is the only one
 */
record Asked(String place, HttpRequest request) {

  Assertion labelled(Assertion assertion) {
    return new Assertion(
        labelled(assertion.what()),
        assertion.expected(),
        assertion.actual(),
        assertion.outcome(),
        assertion.settle());
  }

  Metric labelled(Metric metric) {
    return new Metric(
        labelled(metric.name()), metric.value(), metric.unit(), metric.bound(), metric.outcome());
  }

  /** "status (revision)"; as it is for a single address. */
  String labelled(String name) {
    return place.isEmpty() ? name : name + " (" + place + ")";
  }
}
