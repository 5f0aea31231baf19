package dev.stageproof.checks.http;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.observe.HttpObservation;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks an HTTP endpoint and compares its answers with what is expected. */
public final class HttpCheck implements CheckType<HttpSettings> {

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String title() {
    return "HTTP endpoint";
  }

  @Override
  public Section section() {
    return Section.HEALTH;
  }

  @Override
  public Class<HttpSettings> settingsType() {
    return HttpSettings.class;
  }

  @Override
  public CheckPlan plan(HttpSettings settings, CheckContext context) {
    return request(settings, context)
        .map(CheckPlan::ask)
        .orElseGet(() -> CheckPlan.impossible(context.noAddress()));
  }

  private static Optional<HttpRequest> request(HttpSettings settings, CheckContext context) {
    return settings.address(context.serviceUrl()).map(settings::request);
  }

  @Override
  public Evaluation evaluate(
      HttpSettings settings, CheckContext context, Observations observations) {
    HttpObservation seen =
        observations.of(
            request(settings, context)
                .orElseThrow(() -> new IllegalArgumentException("nothing was planned")));
    List<Assertion> assertions = new ArrayList<>(settings.expect().assess(seen.samples()));
    answers(settings, seen).ifPresent(assertions::add);
    return Evaluation.of(Headline.of(assertions, seen.samples()), assertions)
        .withMetrics(Measured.of(settings.expect(), seen.samples()))
        .withExcerpts(List.of(Shown.of(settings.expect(), seen.samples())));
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
}
