package dev.stageproof.checks.websocket;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.observe.WebSocketRequest.Awaited;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has to come over the connection; over each of them, when there are several. */
@Doc("What has to come over the connection; over everyone's, with `isolation`.")
public record Expect(
    @Doc("Single messages that have to come, in any order.") List<MessageExpectation> messages,
    @Doc("The events that have to come.") Optional<EventsExpectation> events,
    @Doc(
            value =
                "How the server has to close the connection. By default it may stay open or be"
                    + " closed with 1000; any other close fails the check.",
            example = "1000")
        Optional<CloseExpectation> close) {

  public Expect {
    messages = List.copyOf(messages);
  }

  List<Awaited> awaited() {
    return Stream.concat(
            messages.stream().map(MessageExpectation::awaited),
            events.stream().flatMap(sequence -> sequence.awaited().stream()))
        .toList();
  }

  /** The longest time that any of it may take; zero when nothing has to come. */
  Duration within() {
    return Stream.of(
            messages.stream().map(MessageExpectation::within),
            events.stream().map(EventsExpectation::within),
            close.stream().map(CloseExpectation::within))
        .flatMap(each -> each)
        .reduce(Duration.ZERO, Times::longer);
  }

  List<Assertion> assess(Talk talk) {
    List<Assertion> all = new ArrayList<>();
    messages.forEach(message -> all.add(message.assess(talk)));
    events.ifPresent(sequence -> all.addAll(sequence.assess(talk)));
    close.ifPresent(code -> all.add(code.assess(talk)));
    return all;
  }
}
