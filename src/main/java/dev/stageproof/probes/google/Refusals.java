package dev.stageproof.probes.google;

import com.google.api.gax.rpc.StatusCode.Code;
import dev.stageproof.spi.UnobservedException;
import java.util.Set;

/** Tells calls that failed apart, for one who has changed something, or may have. */
public final class Refusals {

  /** The API has looked at the question, and has done nothing. */
  private static final Set<Code> DECIDED =
      Set.of(
          Code.ALREADY_EXISTS,
          Code.FAILED_PRECONDITION,
          Code.INVALID_ARGUMENT,
          Code.NOT_FOUND,
          Code.OUT_OF_RANGE,
          Code.PERMISSION_DENIED,
          Code.RESOURCE_EXHAUSTED,
          Code.UNAUTHENTICATED,
          Code.UNIMPLEMENTED);

  /** The API's state stands against it now, and may not a moment later. */
  private static final Set<Code> NOT_NOW = Set.of(Code.FAILED_PRECONDITION, Code.ABORTED);

  private Refusals() {}

  /** True when nothing came of the call for sure: it was refused, or never sent. */
  public static boolean nothingDone(UnobservedException failed) {
    return failed.getCause() instanceof CallFailed call
        && (!call.connected() || DECIDED.contains(call.code()));
  }

  /** True when the same call may be taken a moment later. */
  public static boolean notNow(UnobservedException failed) {
    return failed.getCause() instanceof CallFailed call && NOT_NOW.contains(call.code());
  }

  /** True when what the call is about does not exist. */
  public static boolean notFound(UnobservedException failed) {
    return failed.getCause() instanceof CallFailed call && call.code() == Code.NOT_FOUND;
  }

  /** What the other side said, in one line; empty when it said nothing. */
  public static String detail(UnobservedException failed) {
    return failed.getCause() instanceof CallFailed call ? call.detail() : "";
  }
}
