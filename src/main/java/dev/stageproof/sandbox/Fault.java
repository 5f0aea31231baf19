package dev.stageproof.sandbox;

import io.grpc.Status;
import java.util.Optional;

/**
 * What an API does instead of answering.
 *
 * @param status the gRPC code of the refusal, over HTTP as its HTTP status; empty when the call is
 *     never answered, only ended by the caller's deadline or by {@link Sandbox#close}
 * @param message what the refusal says; the words that Google uses when empty
 * @param times how many calls it hits before the API works again; every one when empty
 */
public record Fault(
    Optional<Status.Code> status, Optional<String> message, Optional<Integer> times) {

  /** Every call is refused. */
  public static Fault refuse(Status.Code status) {
    return new Fault(Optional.of(status), Optional.empty(), Optional.empty());
  }

  /** No call is ever answered. */
  public static Fault hang() {
    return new Fault(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same fault, with words of its own. */
  public Fault saying(String text) {
    return new Fault(status, Optional.of(text), times);
  }

  /** The same fault for the first calls only. */
  public Fault times(int calls) {
    return new Fault(status, message, Optional.of(calls));
  }

  /**
   * The status of the refusal.
   *
   * @param usual the message when the fault has none of its own
   * @throws java.util.NoSuchElementException when the fault is a hang
   */
  Status refusal(String usual) {
    return status.orElseThrow().toStatus().withDescription(message.orElse(usual));
  }
}
