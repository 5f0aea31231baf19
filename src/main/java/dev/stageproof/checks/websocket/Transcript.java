package dev.stageproof.checks.websocket;

import dev.stageproof.model.Excerpt;
import dev.stageproof.observe.WebSocketObservation.Ending;
import dev.stageproof.observe.WebSocketObservation.How;
import dev.stageproof.observe.WebSocketObservation.Received;
import dev.stageproof.observe.WebSocketObservation.Sent;
import dev.stageproof.observe.WebSocketRequest.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A talk, line by line: what was sent, what came, how it ended. */
final class Transcript {
  private static final int MOST_LINES = 40;

  private record Line(Duration at, String text) {}

  private Transcript() {}

  static Excerpt of(Talk talk, List<Message> messages) {
    List<Line> lines = new ArrayList<>();
    for (Sent sent : talk.session().sent()) {
      lines.add(new Line(sent.at(), "sent  " + Texts.line(messages.get(sent.index()).text())));
    }
    for (Received came : talk.received()) {
      String kind = came.binary() ? "came, binary  " : "came  ";
      lines.add(new Line(came.at(), kind + Texts.line(came.text()) + (came.cut() ? " (cut)" : "")));
    }
    List<String> shown =
        new ArrayList<>(
            lines.stream()
                .sorted(Comparator.comparing(Line::at))
                .limit(MOST_LINES)
                .map(line -> "+" + Times.of(line.at()) + "  " + line.text())
                .toList());
    if (lines.size() > MOST_LINES) {
      shown.add("… and " + (lines.size() - MOST_LINES) + " more");
    }
    shown.add(end(talk));
    talk.session().before().ifPresent(ending -> shown.add(0, "before this one: " + told(ending)));
    return Excerpt.of(
        talk.name().isEmpty() ? "connection" : "connection of " + talk.name(),
        String.join("\n", shown));
  }

  private static String end(Talk talk) {
    Ending ending = talk.session().ending();
    if (ending.how() == How.REFUSED) {
      return "refused with " + talk.session().handshake().status();
    }
    return "+" + Times.of(talk.session().open()) + "  " + told(ending);
  }

  private static String told(Ending ending) {
    return switch (ending.how()) {
      case CLOSED -> "closed by the service with " + Texts.closed(ending);
      case BROKEN -> "broke: " + Texts.line(ending.reason());
      case NO_PONG -> "a ping was not answered";
      case LEFT, REFUSED -> "closed by stageproof";
    };
  }
}
