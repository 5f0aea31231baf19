package dev.stageproof.checks.programs;

import dev.stageproof.model.Gap;
import dev.stageproof.observe.JobObservation;
import dev.stageproof.observe.ProcessObservation;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of a program, wherever it ran.
 *
 * @param exitCode 128 and the signal's number for a program that a signal ended, as shells have it
 * @param noCode why there is none; empty when there is one
 * @param shortfall why what is known of its output may not be all
 */
public record Ran(
    Optional<Integer> exitCode,
    Optional<Lacking> noCode,
    String stdout,
    String stderr,
    Optional<Lacking> shortfall) {

  private static final int SIGNALLED = 128;

  /**
   * Something is not known.
   *
   * @param settle what would let it be
   */
  public record Lacking(String why, String settle) {
    static Lacking of(Gap gap) {
      return new Lacking(gap.message(), gap.settle());
    }
  }

  /** On this machine. */
  public static Ran of(ProcessObservation run) {
    return new Ran(
        Optional.of(run.exitCode()),
        Optional.empty(),
        run.stdout(),
        run.stderr(),
        run.cut() ? Optional.of(cut()) : Optional.empty());
  }

  /** As a Cloud Run job. */
  public static Ran of(JobObservation run) {
    Optional<Integer> code =
        run.exitCode().or(() -> run.signal().map(signal -> SIGNALLED + signal));
    return new Ran(
        code,
        code.isPresent() ? Optional.empty() : Optional.of(broken(run)),
        run.output().stdout(),
        run.output().stderr(),
        shortfall(run.output()));
  }

  private static Lacking broken(JobObservation run) {
    String reason = run.reason().map(word -> " (" + word + ")").orElse("");
    return new Lacking(
        "none: " + run.message() + reason,
        "Mend what it says; where the time was too short, raise the check's `timeout`.");
  }

  private static Optional<Lacking> shortfall(JobObservation.Output output) {
    if (output.unseen().isPresent()) {
      return output.unseen().map(Lacking::of);
    }
    if (output.cut()) {
      return Optional.of(cut());
    }
    return output.complete()
        ? Optional.empty()
        : Optional.of(
            new Lacking(
                "may not be all: Cloud Logging had not told of the program's end in time",
                "Run again."));
  }

  private static Lacking cut() {
    return new Lacking(
        String.format(
            Locale.ROOT,
            "not seen whole: at most the first %,d bytes",
            ProcessObservation.OUTPUT_LIMIT),
        "Let the program write less.");
  }
}
