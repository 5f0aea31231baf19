package dev.stageproof.checks.websocket;

import dev.stageproof.checks.requests.Door;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.WebSocketObservation.Ending;
import dev.stageproof.observe.WebSocketObservation.Handshake;
import dev.stageproof.observe.WebSocketObservation.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be true of every connection. */
record ConnectionRules(WebSocketSettings settings, Door door) {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NORMAL = 1000;

  /** The handshake comes first. */
  List<Assertion> assess(Talk talk) {
    List<Assertion> all = new ArrayList<>();
    Handshake handshake = talk.session().handshake();
    if (!handshake.accepted()) {
      all.add(refused(handshake));
      return all;
    }
    String opened = "101 in " + Times.of(handshake.took()) + again(talk);
    all.add(Assertion.of("handshake", "101", opened, true));
    if (!settings.subprotocol().isEmpty()) {
      all.add(subprotocol(handshake));
    }
    ending(talk).ifPresent(all::add);
    settings.ping().ifPresent(every -> all.add(pings(talk, every)));
    return all;
  }

  private static String again(Talk talk) {
    return talk.session()
        .before()
        .map(ending -> ", after a reconnect: the first connection " + told(ending))
        .orElse("");
  }

  private static String told(Ending ending) {
    return switch (ending.how()) {
      case CLOSED -> "was closed with " + Texts.closed(ending);
      case NO_PONG -> "did not answer a ping";
      case BROKEN, LEFT, REFUSED -> "broke: " + Texts.line(ending.reason());
    };
  }

  private Assertion refused(Handshake handshake) {
    int status = handshake.status();
    String body = Texts.line(handshake.refusal());
    String actual = "refused with " + status + (body.isEmpty() ? "" : ": " + body);
    if (shut(handshake)) {
      return Assertion.unsettled(
          "handshake",
          "101",
          actual + ", before the service was reached",
          door.advice(status).orElseThrow());
    }
    return new Assertion("handshake", "101", actual, Outcome.FAIL, Optional.of(advice(status)));
  }

  /** True when the front end refused it in the service's place. */
  boolean shut(Handshake handshake) {
    return door.shut(handshake.status(), handshake.refusal(), handshake.challenge().orElse(""));
  }

  private static String advice(int status) {
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN ->
          "Send what the service asks for with `headers`; if it is private, set `auth: id-token`.";
      case NOT_FOUND -> "Check the path.";
      default -> "Look into the service's log for the time of the handshake.";
    };
  }

  private Assertion subprotocol(Handshake handshake) {
    String chosen = handshake.subprotocol().orElse("none");
    return Assertion.of(
        "subprotocol",
        String.join(" or ", settings.subprotocol()),
        Texts.line(chosen),
        settings.subprotocol().contains(chosen));
  }

  /** Empty when the connection ended as it may, or its close is compared for itself. */
  private Optional<Assertion> ending(Talk talk) {
    Ending ending = talk.session().ending();
    boolean closed = ending.how() == How.CLOSED;
    if (closed && ending.code() != NORMAL && settings.expect().close().isEmpty()) {
      return Optional.of(
          new Assertion(
              "connection",
              "open, or closed with 1000",
              "closed by the service with " + Texts.closed(ending),
              Outcome.FAIL,
              Optional.of("Look into the service's log for the time of the close.")));
    }
    return ending.how() == How.BROKEN
        ? Optional.of(
            talk.unsettled(
                "connection",
                "open, or closed with 1000",
                "broke without a close: " + Texts.line(ending.reason())))
        : Optional.empty();
  }

  /** A ping that is not answered before the next one ends the connection. */
  private static Assertion pings(Talk talk, Duration every) {
    String expected = "answered within " + Times.of(every);
    if (talk.session().ending().how() == How.NO_PONG) {
      return Assertion.of("ping", expected, "not answered", false);
    }
    long answered = talk.session().open().dividedBy(every) - 1;
    return answered > 0
        ? Assertion.of("ping", expected, answered + " of " + answered + " answered", true)
        : talk.unsettled("ping", expected, "the connection ended before a ping could be answered");
  }
}
