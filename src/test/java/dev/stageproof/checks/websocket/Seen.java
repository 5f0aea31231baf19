package dev.stageproof.checks.websocket;

import dev.stageproof.checks.requests.AnsweredBy;
import dev.stageproof.checks.requests.At;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.JsonCondition;
import dev.stageproof.observe.PathExpression;
import dev.stageproof.observe.WebSocketObservation;
import dev.stageproof.observe.WebSocketRequest;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.probes.websocket.WebSocketProbe;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import dev.stageproof.spi.UnobservedException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A check that is planned, observed over a real socket, and evaluated. */
record Seen(WebSocketRequest request, WebSocketObservation observation, Evaluation evaluation) {
  static final Instant NOW = Instant.parse("2026-09-15T08:47:00Z");

  static final AnsweredBy ANY =
      new AnsweredBy(AnsweredBy.Who.ANY, Optional.empty(), Duration.ofMinutes(2));

  private static final CheckContext CONTEXT =
      new CheckContext(
          NOW,
          new CheckContext.Unknown(Gap.of(GapReason.NOT_FOUND, "no target", "Name one.")),
          Optional.empty(),
          Optional.empty(),
          Path.of("."),
          Duration.ofSeconds(20));

  static Seen of(WebSocketSettings settings) throws Exception {
    return of(settings, Duration.ofSeconds(20));
  }

  static Seen of(WebSocketSettings settings, Duration timeout) throws Exception {
    WebSocketRequest request = request(settings);
    try (WebSocketProbe probe = new WebSocketProbe()) {
      WebSocketObservation seen = observe(probe, request, timeout);
      return new Seen(
          request, seen, new WebSocketCheck().evaluate(settings, CONTEXT, new Answered(seen)));
    }
  }

  static WebSocketObservation observe(
      WebSocketProbe probe, WebSocketRequest request, Duration timeout)
      throws UnobservedException, InterruptedException {
    ProbeSettings settings = ProbeSettings.at(ProbeSettings.Endpoints.google());
    return probe.observe(request, new TestLook(settings, NOW, timeout));
  }

  static WebSocketRequest request(WebSocketSettings settings) {
    CheckPlan plan = new WebSocketCheck().plan(settings, CONTEXT);
    return (WebSocketRequest) ((CheckPlan.Ask) plan).requests().get(0);
  }

  Assertion assertion(String what) {
    return evaluation.assertions().stream()
        .filter(one -> one.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new AssertionError(what + " is not in " + evaluation.assertions()));
  }

  private record Answered(WebSocketObservation seen) implements Observations {
    @Override
    public <O extends Observation> Sight<O> sight(Request<O> request) {
      return new Sight.Seen<>(request.observationType().cast(seen));
    }
  }

  /** Settings to put together in a test. */
  record Draft(
      String url,
      List<String> subprotocol,
      List<MessageSettings> messages,
      Optional<RoundTrip> roundTrip,
      Optional<Isolation> isolation,
      Optional<Duration> ping,
      boolean reconnect,
      Expect expect) {

    WebSocketSettings done() {
      return done(ANY);
    }

    WebSocketSettings done(AnsweredBy answeredBy) {
      return done(At.SERVICE, answeredBy, Map.of());
    }

    WebSocketSettings done(At at, AnsweredBy answeredBy, Map<String, String> headers) {
      return new WebSocketSettings(
          Optional.empty(),
          Optional.of(url),
          at,
          answeredBy,
          Optional.empty(),
          headers,
          subprotocol,
          messages,
          roundTrip,
          isolation,
          ping,
          reconnect,
          Duration.ofMillis(200),
          expect);
    }

    Draft sending(String... texts) {
      List<MessageSettings> all = List.of(texts).stream().map(Seen::text).toList();
      return new Draft(url, subprotocol, all, roundTrip, isolation, ping, reconnect, expect);
    }

    Draft offering(String... names) {
      return new Draft(
          url, List.of(names), messages, roundTrip, isolation, ping, reconnect, expect);
    }

    Draft expecting(Expect other) {
      return new Draft(url, subprotocol, messages, roundTrip, isolation, ping, reconnect, other);
    }

    Draft pinging(Duration every) {
      return new Draft(
          url, subprotocol, messages, roundTrip, isolation, Optional.of(every), reconnect, expect);
    }

    Draft reconnecting() {
      return new Draft(url, subprotocol, messages, roundTrip, isolation, ping, true, expect);
    }

    Draft timing(RoundTrip trip) {
      return new Draft(
          url, subprotocol, messages, Optional.of(trip), isolation, ping, reconnect, expect);
    }

    Draft isolating(Isolation users) {
      return new Draft(
          url, subprotocol, messages, roundTrip, Optional.of(users), ping, reconnect, expect);
    }
  }

  static Draft at(String url) {
    return new Draft(
        url,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        new Expect(List.of(), Optional.empty(), Optional.empty()));
  }

  static MessageSettings text(String text) {
    return new MessageSettings(Optional.of(text), Optional.empty(), List.of());
  }

  static JsonCondition type(String value) {
    return JsonCondition.equal(PathExpression.parse("$.type"), value);
  }

  static Expect messages(Duration within, String... types) {
    return new Expect(
        List.of(types).stream()
            .map(type -> new MessageExpectation(List.of(type(type)), within))
            .toList(),
        Optional.empty(),
        Optional.empty());
  }

  static Expect events(EventsExpectation.Order order, Duration within, String... names) {
    return new Expect(
        List.of(),
        Optional.of(
            new EventsExpectation(PathExpression.parse("$.type"), List.of(names), order, within)),
        Optional.empty());
  }
}
