package dev.stageproof.checks.websocket;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.WebSocketObservation.Ending;
import dev.stageproof.observe.WebSocketObservation.How;
import dev.stageproof.observe.WebSocketObservation.Received;
import dev.stageproof.observe.WebSocketObservation.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was said over one connection.
 *
 * @param name whose it is; empty for the only one
 * @param planned how many messages were to be sent
 */
record Talk(String name, int planned, Session session) {

  List<Received> received() {
    return session.received();
  }

  /** What bounds are counted from: the first message sent, else the opening. */
  Duration start() {
    return session.sent().isEmpty() ? Duration.ZERO : session.sent().get(0).at();
  }

  /** How long a message took to come. */
  Duration since(Received message) {
    Duration length = message.at().minus(start());
    return length.isNegative() ? Duration.ZERO : length;
  }

  Assertion missing(String what, String expected, Duration within) {
    return missing(what, expected, within, "not ");
  }

  /**
   * Something did not come: a failure of the service if it had its time, unsettled otherwise.
   *
   * @param lead the first words, with a space behind them
   */
  Assertion missing(String what, String expected, Duration within, String lead) {
    String actual = lead + "in " + Texts.messages(received().size()) + ending();
    boolean itsTime = session.open().minus(start()).compareTo(within) >= 0;
    boolean service =
        session.ending().how() == How.CLOSED
            || session.ending().how() == How.NO_PONG
            || (session.ending().how() == How.LEFT && itsTime);
    return service && session.dropped() == 0
        ? new Assertion(what, expected, actual, Outcome.FAIL, Optional.empty())
        : unsettled(what, expected, actual);
  }

  private String ending() {
    Ending ending = session.ending();
    return switch (ending.how()) {
      case CLOSED -> ", then the service closed with " + Texts.close(ending);
      case NO_PONG -> ", then a ping was not answered";
      case BROKEN -> ", then the connection broke: " + Texts.line(ending.reason());
      case LEFT, REFUSED -> " and " + Times.of(session.open());
    };
  }

  /** Too little was seen over this connection. */
  Assertion unsettled(String what, String expected, String actual) {
    return Assertion.unsettled(what, expected, actual, settle());
  }

  private String settle() {
    if (session.dropped() > 0) {
      return "Let less be sent: " + session.dropped() + " messages more came than are kept.";
    }
    return session.ending().how() == How.BROKEN
        ? "See what ends connections between here and the service, and run again."
        : "See that the service answers these messages, or give the check a longer `timeout`.";
  }
}
