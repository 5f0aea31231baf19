package dev.stageproof.checks.websocket;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.JsonCondition;
import dev.stageproof.observe.WebSocketObservation.Received;
import dev.stageproof.observe.WebSocketRequest.Awaited;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A message that has to come. */
@Doc("A JSON message that has to come.")
public record MessageExpectation(
    @OneOrMany
        @Doc(
            value = "What has to hold for the message; all of it.",
            example = "[{path: $.type, equals: agent_started}]",
            required = true)
        List<JsonCondition> json,
    @Doc(
            value =
                "The longest that it may take, from the first message sent; from the opening of the"
                    + " connection where none is sent.",
            def = "5s")
        Duration within) {

  public MessageExpectation {
    json = List.copyOf(json);
    Times.requirePositive("within", within);
    if (json.isEmpty()) {
      throw new InvalidSetting("json", "say what has to hold for the message");
    }
  }

  Awaited awaited() {
    return new Awaited("", json, 1);
  }

  Assertion assess(Talk talk) {
    String what = "message " + words();
    String expected = "within " + Times.of(within);
    Awaited awaited = awaited();
    Optional<Received> came =
        talk.received().stream().filter(each -> awaited.metBy(each.text())).findFirst();
    return came.map(
            message ->
                Assertion.of(
                    what,
                    expected,
                    "after " + Times.of(talk.since(message)),
                    talk.since(message).compareTo(within) <= 0))
        .orElseGet(() -> talk.missing(what, expected, within));
  }

  private String words() {
    return Texts.line(json.stream().map(JsonCondition::toString).collect(Collectors.joining(", ")));
  }
}
