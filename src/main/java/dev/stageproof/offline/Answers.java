package dev.stageproof.offline;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The answers of several runs to one check. One that was run goes before one that was skipped, and
 * of those that were run the worst counts.
 *
 * @param waived whether a waiver covers a failure of it
 */
record Answers(List<Answer> all, boolean waived) {
  private static final int WORST = 3;

  /**
   * One run's answer.
   *
   * @param shard the run's number
   */
  record Answer(int shard, CheckResult check) {
    private boolean run() {
      return !check.attempts().isEmpty();
    }
  }

  /** The attempts of one run, with the answer that they belong to. */
  private record Series(List<Attempt> attempts, Answer from) {
    private Outcome outcome() {
      return attempts.get(attempts.size() - 1).evaluation().outcome();
    }
  }

  /** The answer that stands in the merged record. */
  Answer merged() {
    List<Series> series =
        all.stream()
            .filter(Answer::run)
            .flatMap(from -> from.check().series().stream().map(one -> new Series(one, from)))
            .toList();
    return series.isEmpty() ? skipped() : worst(series);
  }

  /** Why it was not run says more than that it was not selected. */
  private Answer skipped() {
    return all.stream()
        .filter(answer -> !answer.check().deselected())
        .findFirst()
        .orElseGet(() -> all.get(0));
  }

  private Answer worst(List<Series> series) {
    Map<Outcome, Series> byOutcome = new EnumMap<>(Outcome.class);
    series.forEach(one -> byOutcome.merge(one.outcome(), one, Answers::weaker));
    List<Series> kept = new ArrayList<>(byOutcome.values());
    kept.sort(Comparator.comparing(this::badness));
    Series worst = kept.get(kept.size() - 1);
    Answer last = worst.from();
    List<Attempt> attempts = kept.stream().flatMap(one -> one.attempts().stream()).toList();
    Duration took = attempts.stream().map(Attempt::took).reduce(Duration.ZERO, Duration::plus);
    CheckResult check =
        last.check().withAttempts(attempts).withTook(took).withOutcome(worst.outcome());
    return new Answer(last.shard(), check);
  }

  /** Of two with the same outcome the one that took more attempts; else the earlier. */
  private static Series weaker(Series one, Series other) {
    return other.attempts().size() > one.attempts().size() ? other : one;
  }

  /** No data is worse than a failure that a waiver covers, unless it is let through. */
  private int badness(Series series) {
    boolean unwaivable = waived && series.from().check().onNoData().then() != OnNoData.Then.PASS;
    return switch (series.outcome()) {
      case PASS -> 0;
      case SKIPPED, INCONCLUSIVE -> unwaivable ? WORST : 1;
      case FAIL -> 2;
    };
  }
}
