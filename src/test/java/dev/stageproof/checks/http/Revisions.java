package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.AnsweredBy;
import dev.stageproof.checks.requests.AnsweredBy.Who;
import dev.stageproof.checks.requests.At;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Share;
import dev.stageproof.observe.AnswerersObservation;
import dev.stageproof.observe.AnswerersRequest;
import dev.stageproof.observe.HttpObservation;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import dev.stageproof.spi.Auth;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A service with two revisions, and checks of it. */
final class Revisions {
  static final String TESTED = "backend-00641-kip";
  static final String OTHER = "backend-00640-wob";
  static final String SERVICE_URL = "https://backend-abc.a.run.app";
  static final String TAG_URL = "https://blue---backend-abc.a.run.app";

  private static final HttpCheck CHECK = new HttpCheck();

  private Revisions() {}

  static AnsweredBy tested() {
    return new AnsweredBy(Who.TESTED, Optional.empty(), Duration.ofMinutes(2));
  }

  static AnsweredBy byHeader(String name) {
    return new AnsweredBy(Who.TESTED, Optional.of(name), Duration.ofMinutes(2));
  }

  static HttpSettings path(At at, AnsweredBy answeredBy, int samples) {
    return settings(Optional.of("/health"), Optional.empty(), at, answeredBy, samples);
  }

  static HttpSettings url(String url) {
    return settings(Optional.empty(), Optional.of(url), At.SERVICE, tested(), 1);
  }

  private static HttpSettings settings(
      Optional<String> path, Optional<String> url, At at, AnsweredBy answeredBy, int samples) {
    return new HttpSettings(
        "GET",
        path,
        url,
        at,
        answeredBy,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        samples,
        Redirects.SAME_HOST,
        Answers.expect("2xx"));
  }

  static Identity identity(Share... traffic) {
    return new Identity(
        "acme-staging",
        "us-central1",
        "backend",
        TESTED,
        "latest-ready",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Answers.NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.of(SERVICE_URL),
        List.of(SERVICE_URL, "https://backend.example.com"),
        List.of(traffic),
        true,
        Optional.empty(),
        Optional.empty());
  }

  static Identity tagged() {
    return identity(
        new Share(OTHER, 100, Optional.empty(), Optional.empty()),
        new Share(TESTED, 0, Optional.of("blue"), Optional.of(TAG_URL)));
  }

  static CheckContext context(Identity identity) {
    return context(identity, Auth.none());
  }

  static CheckContext context(Identity identity, Auth auth) {
    return new CheckContext(
        Answers.NOW,
        new CheckContext.Known(identity),
        Optional.of(SERVICE_URL),
        Optional.empty(),
        Path.of("/"),
        auth,
        Duration.ofSeconds(20));
  }

  static List<HttpRequest> requests(HttpSettings settings, CheckContext context) {
    return ask(settings, context).requests().stream().map(HttpRequest.class::cast).toList();
  }

  static CheckPlan.Ask ask(HttpSettings settings, CheckContext context) {
    return (CheckPlan.Ask) CHECK.plan(settings, context);
  }

  /** Plans and evaluates as the engine does; every address answers with the samples. */
  static Evaluation evaluate(
      HttpSettings settings,
      CheckContext context,
      Function<AnswerersRequest, Sight<AnswerersObservation>> log,
      Sample... samples) {
    HttpObservation seen = new HttpObservation(Arrays.asList(samples), List.of());
    CheckPlan.Ask plan = ask(settings, context);
    return CHECK.evaluate(
        settings,
        context,
        new Observations() {
          @Override
          @SuppressWarnings("unchecked")
          public <O extends Observation> Sight<O> sight(Request<O> request) {
            if (!plan.all().contains(request)) {
              throw new IllegalArgumentException("not planned: " + request.subject());
            }
            return request instanceof AnswerersRequest look
                ? (Sight<O>) log.apply(look)
                : new Sight.Seen<>(request.observationType().cast(seen));
          }
        });
  }
}
