package dev.stageproof.checks.websocket;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.WebSocketObservation.Ending;
import dev.stageproof.observe.WebSocketObservation.Handshake;
import dev.stageproof.observe.WebSocketObservation.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be true of every connection. */
record ConnectionRules(WebSocketSettings settings, Access access) {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NORMAL = 1000;

  /** How Cloud Run's front end words a refusal on its page. */
  private static final String TURNED_AWAY = "Your client does not have permission";

  /** How it words an unfit token in {@code WWW-Authenticate}. */
  private static final String UNFIT = "The access token could not be verified";

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
      case CLOSED -> "was closed with " + Texts.close(ending);
      case NO_PONG -> "did not answer a ping";
      case BROKEN, LEFT, REFUSED -> "broke: " + Texts.line(ending.reason());
    };
  }

  private Assertion refused(Handshake handshake) {
    int status = handshake.status();
    String body = Texts.line(handshake.refusal());
    String actual = "refused with " + status + (body.isEmpty() ? "" : ": " + body);
    boolean door = status == UNAUTHORIZED || status == FORBIDDEN;
    boolean frontEnd =
        handshake.refusal().contains(TURNED_AWAY)
            || handshake.challenge().filter(words -> words.contains(UNFIT)).isPresent();
    if (door && frontEnd && !access.equals(Access.none())) {
      return Assertion.unsettled(
          "handshake",
          "101",
          actual + ", before the service was reached",
          "Let the account that the token names invoke the service (roles/run.invoker), with a token"
              + " made out to the service.");
    }
    return new Assertion("handshake", "101", actual, Outcome.FAIL, Optional.of(advice(status)));
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
              "closed by the service with " + Texts.close(ending) + meaning(ending.code()),
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

  /** RFC 6455, section 7.4.1, and the registry of the codes that came later. */
  private static String meaning(int code) {
    return switch (code) {
      case 1001 -> " (going away)";
      case 1002 -> " (protocol error)";
      case 1003 -> " (unsupported data)";
      case 1005 -> " (no code given)";
      case 1007 -> " (invalid payload)";
      case 1008 -> " (policy violation)";
      case 1009 -> " (message too big)";
      case 1011 -> " (internal error)";
      case 1012 -> " (service restart)";
      case 1013 -> " (try again later)";
      default -> "";
    };
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
