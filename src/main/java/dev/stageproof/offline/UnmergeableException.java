package dev.stageproof.offline;

import java.util.List;

/** Records that are not shards of one run; each reason names what differs. */
public final class UnmergeableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> reasons;

  UnmergeableException(List<String> reasons) {
    super(String.join("; ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** At least one, each in one line. */
  public List<String> reasons() {
    return reasons;
  }
}
