package dev.stageproof.checks.websocket;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Metric;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.JsonCondition;
import dev.stageproof.observe.WebSocketObservation.Received;
import dev.stageproof.observe.WebSocketObservation.Sent;
import dev.stageproof.observe.WebSocketRequest.Awaited;
import dev.stageproof.observe.WebSocketRequest.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How long an answer takes. */
@Doc(
    "How long an answer takes: a message is sent several times, each time once the answer to the one"
        + " before has come.")
public record RoundTrip(
    @Doc(
            value = "The message, such as an application's own ping.",
            example = "{json: {type: ping}}")
        MessageSettings message,
    @OneOrMany
        @Doc(
            value = "What tells the answer to it; all of it.",
            example = "{path: $.type, equals: pong}",
            required = true)
        List<JsonCondition> reply,
    @Doc(value = "How often; from 1 to 100.", def = "5") int samples,
    @Doc(value = "The longest that any of them may take.", example = "500ms")
        Optional<Duration> max) {
  private static final int MOST = 100;

  /** Longer than any bound that somebody sets; a slower answer has not come. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  public RoundTrip {
    reply = List.copyOf(reply);
    max.ifPresent(bound -> Times.requirePositive("max", bound));
    if (samples < 1 || samples > MOST) {
      throw new InvalidSetting("samples", "`samples` is from 1 to " + MOST);
    }
    if (reply.isEmpty()) {
      throw new InvalidSetting("reply", "say what tells the answer to the message");
    }
  }

  List<Message> messages() {
    List<Message> all = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      all.add(new Message(message.written(), i == 0 ? message.after() : reply));
    }
    return all;
  }

  Awaited awaited() {
    return new Awaited("", reply, samples);
  }

  Duration within() {
    return PATIENCE.plus(max.orElse(Duration.ofSeconds(1)).multipliedBy(samples));
  }

  List<Assertion> assess(Talk talk) {
    List<Duration> took = took(talk);
    String expected = samples + " of " + samples;
    List<Assertion> all = new ArrayList<>();
    all.add(
        took.size() == samples
            ? Assertion.of("round trips", expected, expected, true)
            : talk.missing(
                "round trips",
                expected,
                within(),
                took.size() + " of " + samples + " answers; no other "));
    Optional<Duration> slowest = took.stream().max(Comparator.naturalOrder());
    if (max.isPresent() && slowest.isPresent()) {
      all.add(
          Assertion.of(
              "slowest round trip",
              "at most " + Times.of(max.get()),
              Times.of(slowest.get()),
              slowest.get().compareTo(max.get()) <= 0));
    }
    return all;
  }

  List<Metric> metrics(Talk talk) {
    List<Duration> took = took(talk).stream().sorted().toList();
    return took.isEmpty()
        ? List.of()
        : List.of(
            Metric.measured(
                "round trip, median",
                Times.millis(took.get((took.size() - 1) / 2)),
                Unit.MILLISECONDS),
            slowest(took.get(took.size() - 1)));
  }

  private Metric slowest(Duration slowest) {
    String name = "round trip, slowest";
    double value = Times.millis(slowest);
    return max.map(
            bound ->
                Metric.bounded(
                    name,
                    value,
                    Unit.MILLISECONDS,
                    "at most " + Times.of(bound),
                    slowest.compareTo(bound) <= 0))
        .orElseGet(() -> Metric.measured(name, value, Unit.MILLISECONDS));
  }

  /** From each sending to the first answer behind it; the last messages of a talk are ours. */
  private List<Duration> took(Talk talk) {
    int first = talk.planned() - samples;
    return talk.session().sent().stream()
        .filter(sent -> sent.index() >= first)
        .flatMap(sent -> answer(talk, sent).stream())
        .toList();
  }

  private Optional<Duration> answer(Talk talk, Sent sent) {
    Awaited awaited = new Awaited("", reply, 1);
    return talk.received().stream()
        .filter(came -> came.at().compareTo(sent.at()) >= 0)
        .filter(came -> awaited.metBy(came.text()))
        .map(Received::at)
        .findFirst()
        .map(at -> at.minus(sent.at()));
  }
}
