package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.AnsweredBy;
import dev.stageproof.checks.requests.At;
import dev.stageproof.checks.requests.LatencyExpectation;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.HttpObservation;
import dev.stageproof.observe.HttpObservation.Certificate;
import dev.stageproof.observe.HttpObservation.Phases;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers and settings to put together in a test. */
final class Answers {
  static final Instant NOW = Instant.parse("2026-09-15T08:47:00Z");
  static final Gap NO_TARGET = Gap.of(GapReason.NOT_FOUND, "no such service", "Deploy it.");

  private Answers() {}

  static Sample json(String body) {
    return sample(200, Map.of("content-type", "application/json"), body, false);
  }

  static Sample status(int status) {
    return sample(status, Map.of(), "", false);
  }

  static Sample headers(Map<String, String> headers) {
    return sample(200, headers, "", false);
  }

  static Sample text(String body) {
    return sample(200, Map.of("content-type", "text/html"), body, false);
  }

  static Sample cut(String body) {
    return sample(200, Map.of("content-type", "application/json"), body, true);
  }

  static Sample took(int millis) {
    return new Sample(
        NOW, 200, "HTTP/1.1", Map.of(), "", false, List.of(), phases(millis), Optional.empty());
  }

  static Sample secured(Duration left) {
    Certificate certificate = new Certificate("CN=a", "CN=b", NOW.plus(left));
    return new Sample(
        NOW, 200, "h2", Map.of(), "", false, List.of(), phases(12), Optional.of(certificate));
  }

  private static Sample sample(int status, Map<String, String> headers, String body, boolean cut) {
    return new Sample(
        NOW, status, "HTTP/1.1", headers, body, cut, List.of(), phases(12), Optional.empty());
  }

  /** Two milliseconds to connect, one until the body is read, the rest until the first byte. */
  private static Phases phases(int millis) {
    return new Phases(
        Duration.ZERO,
        Duration.ofMillis(2),
        Duration.ZERO,
        Duration.ofMillis(Math.max(0, millis - 3)),
        Duration.ofMillis(millis));
  }

  static HttpSettings settings(Expect expect) {
    return settings(expect, 1);
  }

  static HttpSettings settings(Expect expect, int samples) {
    return new HttpSettings(
        "GET",
        Optional.of("/health"),
        Optional.empty(),
        At.SERVICE,
        anyone(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        samples,
        Redirects.NEVER,
        expect);
  }

  static AnsweredBy anyone() {
    return new AnsweredBy(AnsweredBy.Who.ANY, Optional.empty(), Duration.ZERO);
  }

  static Expect expect(String... status) {
    return new Expect(
        List.of(status).stream().map(StatusMatch::parse).toList(),
        List.of(),
        List.of(),
        anyBody(),
        anyLatency(),
        Optional.empty());
  }

  static Expect expect(HeaderExpectation header) {
    return new Expect(
        anySuccess(), List.of(header), List.of(), anyBody(), anyLatency(), Optional.empty());
  }

  static Expect expect(JsonExpectation value) {
    return new Expect(
        anySuccess(), List.of(), List.of(value), anyBody(), anyLatency(), Optional.empty());
  }

  static Expect expect(BodyExpectation body) {
    return new Expect(anySuccess(), List.of(), List.of(), body, anyLatency(), Optional.empty());
  }

  static Expect expect(LatencyExpectation latency) {
    return new Expect(anySuccess(), List.of(), List.of(), anyBody(), latency, Optional.empty());
  }

  static Expect expect(CertificateExpectation certificate) {
    return new Expect(
        anySuccess(), List.of(), List.of(), anyBody(), anyLatency(), Optional.of(certificate));
  }

  private static List<StatusMatch> anySuccess() {
    return List.of(StatusMatch.parse("2xx"));
  }

  private static BodyExpectation anyBody() {
    return new BodyExpectation(List.of(), List.of(), List.of());
  }

  private static LatencyExpectation anyLatency() {
    return new LatencyExpectation(Optional.empty(), Optional.empty());
  }

  static CheckContext context(Optional<String> serviceUrl) {
    return new CheckContext(
        NOW,
        new CheckContext.Unknown(NO_TARGET),
        serviceUrl,
        Optional.empty(),
        Path.of("/"),
        Duration.ofSeconds(20));
  }

  static CheckContext context() {
    return context(Optional.of("https://backend.run.app"));
  }

  /** Plans and evaluates as the engine does. */
  static Evaluation evaluate(Expect expect, Sample... samples) {
    return evaluate(
        settings(expect, samples.length), new HttpObservation(List.of(samples), List.of()));
  }

  static Evaluation evaluate(HttpSettings settings, HttpObservation seen) {
    HttpCheck check = new HttpCheck();
    HttpRequest planned = request(check.plan(settings, context()));
    return check.evaluate(settings, context(), new Only(planned, seen));
  }

  static HttpRequest request(CheckPlan plan) {
    return (HttpRequest) ((CheckPlan.Ask) plan).requests().get(0);
  }

  /** One planned request and its answer. */
  private record Only(HttpRequest planned, HttpObservation seen) implements Observations {
    @Override
    public <O extends Observation> Sight<O> sight(Request<O> request) {
      if (!request.equals(planned)) {
        throw new IllegalArgumentException("not planned: " + request);
      }
      return new Sight.Seen<>(request.observationType().cast(seen));
    }
  }
}
