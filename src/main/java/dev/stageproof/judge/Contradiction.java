package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Two things that were seen, or said, can't both be the whole truth.
 *
 * @param doubt what it makes doubtful
 * @param text both sides, in one or two sentences
 * @param check the one check that it comes from
 * @param settle the next step that would leave one side standing, where the report does not tell it
 *     by itself
 */
record Contradiction(Doubt doubt, String text, Optional<String> check, Optional<String> settle) {

  Contradiction(Doubt doubt, String text, Optional<String> check, String settle) {
    this(doubt, text, check, Optional.of(settle));
  }

  /** What a contradiction makes doubtful. */
  enum Doubt {
    /** One thing that was seen or said, beside others that stand. */
    DETAIL,
    /** Whether what was seen is about the revision under test at all. */
    SUBJECT
  }

  /** A rule that finds contradictions of one kind; a pure function of the case. */
  @FunctionalInterface
  interface Rule {
    List<Contradiction> in(Seen seen);
  }

  /** The one check among them, when it is one. */
  static Optional<String> only(List<CheckResult> checks) {
    return checks.size() == 1 ? Optional.of(checks.get(0).id()) : Optional.empty();
  }

  Remark remark() {
    return new Remark(Kind.CONTRADICTION, text, check, settle);
  }
}
