package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came over WebSocket connections that were open side by side.
 *
 * @param sessions one for each connection of the request, in its order
 * @param endedAt when the last of them had ended, by the clock of this machine
 */
public record WebSocketObservation(List<Session> sessions, Instant endedAt) implements Observation {

  /** The longest text of a message that is kept, in characters; more is cut and marked. */
  public static final int TEXT_LIMIT = 16 * 1024;

  /** As many messages of one connection are kept. */
  public static final int MESSAGE_LIMIT = 1000;

  /** As many characters of one connection's messages are kept. */
  public static final int TOTAL_LIMIT = 1024 * 1024;

  public WebSocketObservation {
    sessions = List.copyOf(sessions);
  }

  /**
   * What came over one connection. Times count from the moment at which it was open.
   *
   * @param handshake the server's answer
   * @param sent the messages that went out, in the order of the request; a message that waited in
   *     vain, and those behind it, are not among them
   * @param received in the order of their coming
   * @param dropped how many messages came that are not kept
   * @param ending how it ended
   * @param open how long it was open
   * @param before how the connection before this one ended; empty unless it is the second one
   */
  public record Session(
      Handshake handshake,
      List<Sent> sent,
      List<Received> received,
      int dropped,
      Ending ending,
      Duration open,
      Optional<Ending> before) {
    public Session {
      sent = List.copyOf(sent);
      received = List.copyOf(received);
    }
  }

  /**
   * The answer to the request to upgrade.
   *
   * @param status 101 when the connection was opened
   * @param subprotocol the one that the server chose
   * @param headers of the answer, names in lower case; several values of one name joined by ", "
   * @param refusal the start of the body of any other answer
   * @param challenge its {@code WWW-Authenticate}
   * @param took from the start of the request, connecting included
   */
  public record Handshake(
      int status,
      Optional<String> subprotocol,
      Map<String, String> headers,
      String refusal,
      Optional<String> challenge,
      Duration took) {

    /** RFC 6455, section 4.1. */
    public static final int SWITCHED = 101;

    public boolean accepted() {
      return status == SWITCHED;
    }
  }

  /**
   * A message that went out.
   *
   * @param index its place in the request, from 0
   */
  public record Sent(int index, Duration at) {}

  /**
   * A message that came.
   *
   * @param text at most {@link #TEXT_LIMIT} characters; of a binary message its hexadecimal digits
   * @param cut true when the message was longer
   */
  public record Received(Duration at, String text, boolean binary, boolean cut) {}

  /**
   * How a connection ended.
   *
   * @param code of the server's close; 0 when it sent none
   * @param reason the server's words, or what broke
   */
  public record Ending(How how, int code, String reason) {}

  /** Who or what ended a connection. */
  public enum How {
    /** The server did not open it. */
    REFUSED,
    /** The server closed it. */
    CLOSED,
    /** It was left open by the server until everything awaited was seen, or time was over. */
    LEFT,
    /** It broke without a close. */
    BROKEN,
    /** The server did not answer a ping. */
    NO_PONG
  }
}
