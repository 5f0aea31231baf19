package dev.stageproof.checks.websocket;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.ShortForm;
import dev.stageproof.observe.WebSocketObservation.Ending;
import dev.stageproof.observe.WebSocketObservation.How;
import java.time.Duration;

/** How the server has to close the connection. */
@Doc("That the server closes the connection, and with which code.")
@ShortForm("code")
public record CloseExpectation(
    @Doc(value = "The close code of RFC 6455, section 7.4.", example = "1000") int code,
    @Doc(
            value =
                "The longest that it may take, from the first message sent; from the opening of the"
                    + " connection where none is sent.",
            def = "5s")
        Duration within) {
  private static final int LEAST = 1000;
  private static final int MOST = 4999;

  public CloseExpectation {
    Times.requirePositive("within", within);
    if (code < LEAST || code > MOST) {
      throw new InvalidSetting("code", "a close code is from " + LEAST + " to " + MOST);
    }
  }

  Assertion assess(Talk talk) {
    String expected = code + " within " + Times.of(within);
    Ending ending = talk.session().ending();
    if (ending.how() != How.CLOSED) {
      return talk.missing("close", expected, within, "no close ");
    }
    Duration at = talk.session().open().minus(talk.start());
    boolean holds = ending.code() == code && at.compareTo(within) <= 0;
    String actual = Texts.close(ending) + " after " + Times.of(at);
    return Assertion.of("close", expected, actual, holds);
  }
}
