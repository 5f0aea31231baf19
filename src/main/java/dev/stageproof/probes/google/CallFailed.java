package dev.stageproof.probes.google;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode.Code;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Optional;

/** One attempt of a call failed. */
final class CallFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** Foreign text in a message is cut here: one line of a report. */
  private static final int DETAIL_LIMIT = 300;

  private static final String NO_ANSWER = "no answer";

  private final Code code;
  private final boolean connected;
  private final String detail;
  private final String reason;

  private CallFailed(Code code, boolean connected, String detail, String reason, Throwable cause) {
    super(code + ": " + detail, cause);
    this.code = code;
    this.connected = connected;
    this.detail = detail;
    this.reason = reason;
  }

  /** The API, or the client in its place, answered with an error. */
  static CallFailed answered(ApiException error, boolean connected) {
    String reason = Optional.ofNullable(error.getReason()).orElse("");
    return new CallFailed(
        error.getStatusCode().getCode(), connected, oneLine(describe(error)), reason, error);
  }

  /** No connection was accepted in the given time. */
  static CallFailed unconnected() {
    return new CallFailed(Code.DEADLINE_EXCEEDED, false, "no connection", "", null);
  }

  /** The connection stands, but no answer came. */
  static CallFailed unanswered() {
    return new CallFailed(Code.DEADLINE_EXCEEDED, true, NO_ANSWER, "", null);
  }

  Code code() {
    return code;
  }

  /** False when the call never got an open connection. */
  boolean connected() {
    return connected;
  }

  /** True when all the time that an answer may take has passed without one. */
  boolean late() {
    return detail.equals(NO_ANSWER);
  }

  /** What the other side or the network said, in one line. */
  String detail() {
    return detail;
  }

  /**
   * The reason of the error's google.rpc.ErrorInfo, empty when it has none.
   *
   * @see <a href="https://google.aip.dev/193">AIP-193, errors</a>
   */
  String reason() {
    return reason;
  }

  /** The network's own words where gRPC only says "io exception", else the status text. */
  private static String describe(ApiException error) {
    String text = error.getMessage();
    for (Throwable part = error; part != null; part = part.getCause()) {
      if (part instanceof StatusRuntimeException status
          && status.getStatus().getDescription() != null) {
        text = status.getStatus().getDescription();
      }
      if (part instanceof IOException && part.getMessage() != null) {
        text = part.getMessage();
      }
    }
    return String.valueOf(text);
  }

  private static String oneLine(String text) {
    String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    return line.length() <= DETAIL_LIMIT ? line : line.substring(0, DETAIL_LIMIT) + "…";
  }
}
