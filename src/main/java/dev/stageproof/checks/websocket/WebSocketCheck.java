package dev.stageproof.checks.websocket;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.WebSocketObservation;
import dev.stageproof.observe.WebSocketRequest;
import dev.stageproof.observe.WebSocketRequest.Connection;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Talks to a WebSocket service and compares what comes with what is expected. */
public final class WebSocketCheck implements CheckType<WebSocketSettings> {

  /** For connecting and for goodbyes. */
  private static final Duration REST = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "websocket";
  }

  @Override
  public String title() {
    return "WebSocket";
  }

  @Override
  public Class<WebSocketSettings> settingsType() {
    return WebSocketSettings.class;
  }

  @Override
  public Duration timeout(WebSocketSettings settings) {
    return settings.within().plus(settings.further()).plus(REST);
  }

  @Override
  public CheckPlan plan(WebSocketSettings settings, CheckContext context) {
    return new Planned(settings, context)
        .request()
        .<CheckPlan>map(CheckPlan::ask)
        .orElseGet(() -> CheckPlan.impossible(context.noAddress()));
  }

  @Override
  public Evaluation evaluate(
      WebSocketSettings settings, CheckContext context, Observations observations) {
    WebSocketRequest request = new Planned(settings, context).request().orElseThrow();
    List<Talk> talks = talks(request, observations.of(request));
    List<Assertion> assertions = assertions(settings, context, request, talks);
    List<Excerpt> excerpts = new ArrayList<>();
    for (int i = 0; i < talks.size(); i++) {
      excerpts.add(Transcript.of(talks.get(i), request.connections().get(i).messages()));
    }
    return Evaluation.of(headline(assertions, talks), assertions)
        .withMetrics(talks.stream().flatMap(talk -> metrics(settings, talk).stream()).toList())
        .withExcerpts(excerpts);
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
      WebSocketSettings settings,
      CheckContext context,
      WebSocketRequest request,
      List<Talk> talks) {
    ConnectionRules rules = new ConnectionRules(settings, request.access());
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

  private static List<Metric> metrics(WebSocketSettings settings, Talk talk) {
    List<Metric> metrics = new ArrayList<>();
    double took = Times.millis(talk.session().handshake().took());
    metrics.add(Metric.measured(label(talk, "handshake"), took, Unit.MILLISECONDS));
    int count = talk.received().size() + talk.session().dropped();
    metrics.add(Metric.measured(label(talk, "messages received"), count, Unit.COUNT));
    settings.roundTrip().ifPresent(trip -> metrics.addAll(trip.metrics(talk)));
    return metrics;
  }

  private static Assertion labelled(Talk talk, Assertion one) {
    return new Assertion(
        label(talk, one.what()), one.expected(), one.actual(), one.outcome(), one.settle());
  }

  private static String label(Talk talk, String what) {
    return talk.name().isEmpty() ? what : what + " (" + talk.name() + ")";
  }

  /** The first assertion that makes the outcome what it is. */
  private static String headline(List<Assertion> assertions, List<Talk> talks) {
    Outcome outcome = Outcome.all(assertions.stream().map(Assertion::outcome).toList());
    if (outcome == Outcome.PASS) {
      int received = talks.stream().mapToInt(talk -> talk.received().size()).sum();
      String lines = talks.size() == 1 ? "connected" : talks.size() + " connections";
      return lines + ", " + Texts.messages(received) + reconnected(talks);
    }
    List<Assertion> decisive = assertions.stream().filter(one -> one.outcome() == outcome).toList();
    String more = decisive.size() == 1 ? "" : " (and " + (decisive.size() - 1) + " more)";
    return decisive.get(0).what() + ": " + decisive.get(0).actual() + more;
  }

  private static String reconnected(List<Talk> talks) {
    long again = talks.stream().filter(talk -> talk.session().before().isPresent()).count();
    return again == 0 ? "" : ", after a reconnect";
  }
}
