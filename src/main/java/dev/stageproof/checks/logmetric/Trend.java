package dev.stageproof.checks.logmetric;

/** What entries that were not read could do to a value. */
enum Trend {
  /** It could only grow: a count, a maximum. */
  RISING {
    @Override
    boolean certain(double value, Limits limits) {
      return limits.above(value) || (limits.contain(value) && limits.max().isEmpty());
    }
  },
  /** It could only shrink: a minimum. */
  FALLING {
    @Override
    boolean certain(double value, Limits limits) {
      return limits.below(value) || (limits.contain(value) && limits.min().isEmpty());
    }
  },
  /** It could do both: a mean, a percentile, a share. */
  OPEN {
    @Override
    boolean certain(double value, Limits limits) {
      return false;
    }
  };

  /** True when no entry that was not read could change what the limits say of the value. */
  abstract boolean certain(double value, Limits limits);
}
