package dev.stageproof.checks.websocket;

import dev.stageproof.checks.requests.Answerers;
import dev.stageproof.checks.requests.Asked;
import dev.stageproof.checks.requests.Door;
import dev.stageproof.checks.requests.Exchanged;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.WebSocketObservation;
import dev.stageproof.observe.WebSocketRequest;
import dev.stageproof.observe.WebSocketRequest.Connection;
import dev.stageproof.spi.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was said at one address, compared with what is expected.
 *
 * @param talks one for each connection
 * @param assertions not yet labelled with the address; a handshake comes first
 */
record Spoken(
    WebSocketSettings settings,
    Asked<WebSocketRequest> asked,
    List<Talk> talks,
    List<Assertion> assertions) {

  static Spoken of(
      WebSocketSettings settings,
      CheckContext context,
      Asked<WebSocketRequest> asked,
      WebSocketObservation seen,
      Answerers answerers) {
    Door door = new Door(asked.request().access(), context.identity());
    ConnectionRules rules = new ConnectionRules(settings, door);
    List<Talk> talks = talks(asked.request(), seen);
    List<Assertion> assertions = assertions(settings, context, rules, talks);
    if (talks.stream().noneMatch(talk -> rules.shut(talk.session().handshake()))) {
      answerers.of(sent(asked.request(), seen)).ifPresent(assertions::add);
    }
    return new Spoken(settings, asked, talks, assertions);
  }

  /** A connection that was opened once more has gone out twice. */
  private static Exchanged sent(WebSocketRequest request, WebSocketObservation seen) {
    long again = seen.sessions().stream().filter(session -> session.before().isPresent()).count();
    return new Exchanged(
        request,
        seen.sessions().size() + (int) again,
        seen.endedAt(),
        seen.sessions().stream().map(session -> session.handshake().headers()).toList());
  }

  private static List<Talk> talks(WebSocketRequest request, WebSocketObservation seen) {
    return IntStream.range(0, seen.sessions().size())
        .mapToObj(i -> talk(request.connections().get(i), seen, i))
        .toList();
  }

  private static Talk talk(Connection wanted, WebSocketObservation seen, int i) {
    return new Talk(wanted.name(), wanted.messages().size(), seen.sessions().get(i));
  }

  private static List<Assertion> assertions(
      WebSocketSettings settings, CheckContext context, ConnectionRules rules, List<Talk> talks) {
    boolean all = talks.stream().allMatch(talk -> talk.session().handshake().accepted());
    List<Assertion> assertions = new ArrayList<>();
    for (Talk talk : talks) {
      rules.assess(talk).forEach(one -> assertions.add(labelled(talk, one)));
      if (all) {
        settings.expect().assess(talk).forEach(one -> assertions.add(labelled(talk, one)));
        settings.roundTrip().ifPresent(trip -> assertions.addAll(trip.assess(talk)));
      }
    }
    if (all) {
      settings.isolation().ifPresent(users -> assertions.addAll(users.assess(talks, context)));
    }
    return assertions;
  }

  private static Assertion labelled(Talk talk, Assertion one) {
    return new Assertion(
        label(talk, one.what()), one.expected(), one.actual(), one.outcome(), one.settle());
  }

  private static String label(Talk talk, String what) {
    return talk.name().isEmpty() ? what : what + " (" + talk.name() + ")";
  }

  List<Assertion> labelled() {
    return assertions.stream().map(asked::labelled).toList();
  }

  List<Metric> metrics() {
    return talks.stream().flatMap(talk -> metrics(talk).stream()).map(asked::labelled).toList();
  }

  private List<Metric> metrics(Talk talk) {
    List<Metric> metrics = new ArrayList<>();
    double took = Times.millis(talk.session().handshake().took());
    metrics.add(Metric.measured(label(talk, "handshake"), took, Unit.MILLISECONDS));
    int count = talk.received().size() + talk.session().dropped();
    metrics.add(Metric.measured(label(talk, "messages received"), count, Unit.COUNT));
    if (settings.reconnect()) {
      int again = talk.session().before().isPresent() ? 1 : 0;
      metrics.add(Metric.measured(label(talk, "reconnects"), again, Unit.COUNT));
    }
    settings.roundTrip().ifPresent(trip -> metrics.addAll(trip.metrics(talk)));
    return metrics;
  }

  List<Excerpt> excerpts() {
    return IntStream.range(0, talks.size())
        .mapToObj(
            i ->
                asked.labelled(
                    Transcript.of(talks.get(i), asked.request().connections().get(i).messages())))
        .toList();
  }

  /** The first assertion that makes the outcome what it is. */
  String headline() {
    Outcome outcome = Outcome.all(assertions.stream().map(Assertion::outcome).toList());
    if (outcome == Outcome.PASS) {
      return asked.headed(passed());
    }
    List<Assertion> decisive = assertions.stream().filter(one -> one.outcome() == outcome).toList();
    String more = decisive.size() == 1 ? "" : " (and " + (decisive.size() - 1) + " more)";
    return asked.headed(decisive.get(0).what() + ": " + decisive.get(0).actual() + more);
  }

  private String passed() {
    int received = talks.stream().mapToInt(talk -> talk.received().size()).sum();
    String lines = talks.size() == 1 ? "connected" : talks.size() + " connections";
    return lines + ", " + Texts.messages(received) + reconnected();
  }

  private String reconnected() {
    Optional<Talk> again =
        talks.stream().filter(talk -> talk.session().before().isPresent()).findFirst();
    return again.isPresent() ? ", after a reconnect" : "";
  }
}
