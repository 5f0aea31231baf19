package dev.stageproof.checks.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.JsonPathException;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.Json;
import dev.stageproof.observe.JsonCondition;
import dev.stageproof.observe.PathExpression;
import dev.stageproof.observe.WebSocketObservation.Received;
import dev.stageproof.observe.WebSocketRequest.Awaited;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The events that have to come. */
@Doc("The events that have to come, each told by one value of a JSON message.")
public record EventsExpectation(
    @Doc(value = "Where a message names its event, as a JSONPath.", def = "$.type")
        PathExpression path,
    @Doc(
            value =
                "The events. A name that stands twice has to come twice; more of a kind, and events"
                    + " that are not named, are let pass.",
            example = "[agent_started, agent_completed]",
            required = true)
        List<String> sequence,
    @Doc(value = "Whether they have to come in this order.", def = "strict") Order order,
    @Doc(
            value =
                "The longest that they may take, from the first message sent; from the opening of"
                    + " the connection where none is sent.",
            def = "30s")
        Duration within) {

  /** Whether the order matters. */
  public enum Order {
    @Doc("Each event comes after the one before it; its first coming counts.")
    STRICT,
    @Doc("Any order will do.")
    ANY
  }

  /** An event and when it came. */
  private record Event(String name, Duration at) {}

  /** A named event's place among those that came; empty when it did not come. */
  private record Place(String name, Optional<Integer> index) {}

  public EventsExpectation {
    sequence = List.copyOf(sequence);
    Times.requirePositive("within", within);
    if (sequence.isEmpty()) {
      throw new InvalidSetting("sequence", "name at least one event");
    }
  }

  List<Awaited> awaited() {
    return new LinkedHashSet<>(sequence)
        .stream()
            .map(name -> new Awaited("", List.of(JsonCondition.equal(path, name)), times(name)))
            .toList();
  }

  private int times(String name) {
    return Collections.frequency(sequence, name);
  }

  List<Assertion> assess(Talk talk) {
    List<Event> events = events(talk);
    List<Place> places = places(events);
    List<Assertion> all = new ArrayList<>();
    all.add(came(places, events, talk));
    if (order == Order.STRICT && sequence.size() > 1) {
      all.add(ordered(places, talk));
    }
    return all;
  }

  private Assertion came(List<Place> places, List<Event> events, Talk talk) {
    String what = "events";
    String expected = String.join(", ", sequence) + " within " + Times.of(within);
    List<String> missing =
        places.stream().filter(p -> p.index().isEmpty()).map(Place::name).toList();
    if (!missing.isEmpty()) {
      return talk.missing(what, expected, within, Texts.line(String.join(", ", missing)) + " ");
    }
    Event last = events.get(places.stream().mapToInt(p -> p.index().get()).max().getAsInt());
    boolean inTime = last.at().compareTo(within) <= 0;
    String actual = "all " + sequence.size() + ", the last one after " + Times.of(last.at());
    return Assertion.of(what, expected, actual, inTime);
  }

  /** Names each event that came before the one it belongs behind. */
  private Assertion ordered(List<Place> places, Talk talk) {
    List<Place> came = places.stream().filter(place -> place.index().isPresent()).toList();
    List<String> wrong = new ArrayList<>();
    for (int i = 1; i < came.size(); i++) {
      Place before = came.get(i - 1);
      Place behind = came.get(i);
      if (behind.index().get() < before.index().get()) {
        wrong.add(behind.name() + " before " + before.name());
      }
    }
    String expected = String.join(" < ", sequence);
    if (wrong.isEmpty() && came.size() < 2) {
      return talk.unsettled("order of events", expected, came.size() + " of these events came");
    }
    String actual = wrong.isEmpty() ? "in order" : String.join(", ", wrong);
    return Assertion.of("order of events", expected, actual, wrong.isEmpty());
  }

  /** The n-th mention of a name is its n-th coming. */
  private List<Place> places(List<Event> events) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < sequence.size(); i++) {
      String name = sequence.get(i);
      int earlier = Collections.frequency(sequence.subList(0, i), name);
      places.add(new Place(name, nth(events, name, earlier)));
    }
    return places;
  }

  private static Optional<Integer> nth(List<Event> events, String name, int earlier) {
    return IntStream.range(0, events.size())
        .filter(i -> events.get(i).name().equals(name))
        .skip(earlier)
        .boxed()
        .findFirst();
  }

  private List<Event> events(Talk talk) {
    List<Event> events = new ArrayList<>();
    for (Received message : talk.received()) {
      names(message).forEach(name -> events.add(new Event(name, talk.since(message))));
    }
    return events;
  }

  /** A path that can't be evaluated on a message finds nothing in it. */
  private List<String> names(Received message) {
    try {
      return Json.read(message.text()).map(path::valuesIn).orElse(List.of()).stream()
          .filter(JsonNode::isTextual)
          .map(JsonNode::textValue)
          .toList();
    } catch (JsonPathException e) {
      return List.of();
    }
  }
}
