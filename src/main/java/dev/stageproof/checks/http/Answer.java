package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Answerers;
import dev.stageproof.checks.requests.Asked;
import dev.stageproof.checks.requests.Door;
import dev.stageproof.checks.requests.Quote;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Metric;
import dev.stageproof.observe.HttpObservation;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came from one address, compared with what is expected.
 *
 * @param assertions not yet labelled; the status, or being let in, comes first
 */
record Answer(
    Asked<HttpRequest> asked, Expect expect, List<Sample> samples, List<Assertion> assertions) {

  static Answer of(
      HttpSettings settings,
      Asked<HttpRequest> asked,
      HttpObservation seen,
      Door door,
      Answerers answerers) {
    List<Sample> samples = seen.samples();
    Optional<Assertion> refused = refused(settings.expect(), samples, door);
    List<Assertion> all =
        new ArrayList<>(
            refused.map(List::of).orElseGet(() -> settings.expect().assess(samples, door)));
    answers(settings, seen).ifPresent(all::add);
    if (refused.isEmpty()) {
      answerers.of(Traced.of(asked.request(), samples)).ifPresent(all::add);
    }
    return new Answer(asked, settings.expect(), samples, all);
  }

  /** What a front end says in the service's place is no answer of the service, right or wrong. */
  private static Optional<Assertion> refused(Expect expect, List<Sample> samples, Door door) {
    return samples.stream()
        .filter(sample -> shut(door, sample) && !expect.takes(sample.status()))
        .findFirst()
        .map(
            sample ->
                Assertion.unsettled(
                    "access",
                    "let in",
                    sample.status() + ": refused before the service was reached",
                    door.advice(sample.status()).orElseThrow()));
  }

  private static boolean shut(Door door, Sample sample) {
    String challenge = sample.headers().getOrDefault("www-authenticate", "");
    return door.shut(sample.status(), sample.body(), challenge);
  }

  /** Nothing is proven about the samples that got no answer. */
  private static Optional<Assertion> answers(HttpSettings settings, HttpObservation seen) {
    String expected = settings.samples() + " of " + settings.samples();
    String actual = seen.samples().size() + " of " + settings.samples();
    if (!seen.failures().isEmpty()) {
      return Optional.of(
          Assertion.unsettled(
              "answers",
              expected,
              actual + "; " + Quote.of(String.join("; ", seen.failures())),
              "Run again when every sample gets an answer."));
    }
    return settings.samples() == 1
        ? Optional.empty()
        : Optional.of(Assertion.of("answers", expected, actual, expected.equals(actual)));
  }

  String headline() {
    return asked.headed(Headline.of(assertions, samples));
  }

  List<Assertion> labelled() {
    return assertions.stream().map(asked::labelled).toList();
  }

  List<Metric> metrics() {
    return Measured.of(expect, samples).stream().map(asked::labelled).toList();
  }

  Excerpt excerpt() {
    return asked.labelled(Shown.of(expect, samples));
  }
}
