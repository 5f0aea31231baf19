package dev.stageproof.sandbox;

import com.google.cloud.run.v2.TaskAttemptResult;
import com.google.rpc.Code;
import com.google.rpc.Status;
import java.time.Instant;

/**
 * How an execution ended, in Cloud Run's words.
 *
 * @param exitCode 0 when there is none, as in the API
 * @param message empty for a success
 */
record JobEnd(Kind kind, int exitCode, String message, Instant at) {

  /** The kinds of ends. */
  enum Kind {
    SUCCEEDED(Code.OK),
    EXITED(Code.ABORTED),
    TIMED_OUT(Code.DEADLINE_EXCEEDED),
    CANCELLED(Code.CANCELLED),
    NOT_STARTED(Code.NOT_FOUND);

    private final Code code;

    Kind(Code code) {
      this.code = code;
    }
  }

  static JobEnd exited(int code, Instant at) {
    return code == 0
        ? new JobEnd(Kind.SUCCEEDED, 0, "", at)
        : new JobEnd(Kind.EXITED, code, "The container exited with an error.", at);
  }

  static JobEnd timedOut(Instant at) {
    return new JobEnd(Kind.TIMED_OUT, 0, "The configured timeout was reached.", at);
  }

  static JobEnd cancelled(Instant at) {
    return new JobEnd(Kind.CANCELLED, 0, "The execution was cancelled.", at);
  }

  static JobEnd notStarted(String why, Instant at) {
    return new JobEnd(Kind.NOT_STARTED, 0, "Application failed to start: " + why, at);
  }

  /** What the task says of its only attempt. */
  TaskAttemptResult result() {
    Status status = Status.newBuilder().setCode(kind.code.getNumber()).setMessage(message).build();
    return TaskAttemptResult.newBuilder().setStatus(status).setExitCode(exitCode).build();
  }
}
