package dev.stageproof.sandbox;

import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the service opens WebSocket connections, and what it says there. Immutable. In its texts
 * {@code {text}} stands for the {@code text} of the message that is answered, and {@code {user}}
 * for the connection's user, both as the inside of a JSON string.
 *
 * @param path exactly, without query
 * @param revision only where this revision answers; any when empty
 * @param userHeader the header of the handshake that names the user; everybody is the same user
 *     when empty
 * @param subprotocols those that the service speaks; it chooses the first one offered
 * @param refuse the status by which it refuses every handshake
 * @param opening what it says once a connection is open
 * @param replies what it says to a message; the first that fits wins, nothing when none does
 */
public record ScenarioSocket(
    String path,
    Optional<String> revision,
    Optional<String> userHeader,
    List<String> subprotocols,
    Optional<Integer> refuse,
    List<Said> opening,
    List<Answer> replies) {

  /**
   * A message of the service.
   *
   * @param after how long after the one before it, or after what it answers; at once when empty
   */
  public record Said(Optional<Duration> after, String text) {}

  /**
   * What the service says to a message.
   *
   * @param type the {@code type} of the JSON message that this answers; any message when empty
   * @param to who hears it; the sender when empty
   * @param close how the service ends the connection afterwards; it leaves it open when empty
   */
  public record Answer(
      Optional<String> type, Optional<Audience> to, List<Said> say, Optional<Close> close) {
    public Answer {
      say = List.copyOf(say);
    }
  }

  /** Who hears an answer. */
  public enum Audience {
    /** The connection that the message came over. */
    SENDER,
    /** All connections of its user at this path. */
    USER,
    /** All connections at this path: what a service that mixes its users up does. */
    EVERYONE
  }

  /** How the service ends a connection. */
  public record Close(int code, Optional<String> reason) {

    /**
     * @throws IllegalArgumentException when the code is none that can be sent
     */
    public Close {
      if (!WebSocketCloseStatus.isValidStatusCode(code)) {
        throw new IllegalArgumentException("nobody can close a connection with code " + code);
      }
    }
  }

  public ScenarioSocket {
    subprotocols = List.copyOf(subprotocols);
    opening = List.copyOf(opening);
    replies = List.copyOf(replies);
  }
}
