package dev.stageproof.probes.websocket;

import dev.stageproof.observe.WebSocketObservation;
import dev.stageproof.observe.WebSocketObservation.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okio.ByteString;

/** The messages that came over one connection, as far as they are kept. */
final class Kept {
  private final List<Received> messages = new ArrayList<>();
  private int characters;
  private int dropped;

  void text(Duration at, String text) {
    boolean cut = text.length() > WebSocketObservation.TEXT_LIMIT;
    add(new Received(at, cut ? start(text) : text, false, cut));
  }

  void binary(Duration at, ByteString bytes) {
    int most = WebSocketObservation.TEXT_LIMIT / 2;
    boolean cut = bytes.size() > most;
    add(new Received(at, bytes.substring(0, cut ? most : bytes.size()).hex(), true, cut));
  }

  private void add(Received message) {
    boolean full =
        messages.size() == WebSocketObservation.MESSAGE_LIMIT
            || characters + message.text().length() > WebSocketObservation.TOTAL_LIMIT;
    if (full) {
      dropped++;
      return;
    }
    characters += message.text().length();
    messages.add(message);
  }

  /** Never half of a surrogate pair. */
  private static String start(String text) {
    int length = WebSocketObservation.TEXT_LIMIT;
    boolean split = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, split ? length - 1 : length);
  }

  List<Received> messages() {
    return messages;
  }

  int dropped() {
    return dropped;
  }
}
