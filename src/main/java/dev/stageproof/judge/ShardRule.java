package dev.stageproof.judge;

import dev.stageproof.judge.Contradiction.Doubt;
import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs of one configuration, merged into one record, came to different answers to one check. */
final class ShardRule implements Contradiction.Rule {

  @Override
  public List<Contradiction> in(Seen seen) {
    return seen.checks().flatMap(ShardRule::of).toList();
  }

  private static Stream<Contradiction> of(CheckResult check) {
    List<String> outcomes =
        check.series().stream().map(ShardRule::last).distinct().map(Outcome::name).toList();
    return outcomes.size() < 2
        ? Stream.empty()
        : Stream.of(
            new Contradiction(
                Doubt.DETAIL,
                "Check "
                    + check.id()
                    + " came out otherwise in different shards, "
                    + Words.list(outcomes)
                    + "; "
                    + check.outcome()
                    + " counts.",
                Optional.of(check.id()),
                "Run " + check.id() + " again, in one shard only."));
  }

  private static Outcome last(List<Attempt> series) {
    return series.get(series.size() - 1).evaluation().outcome();
  }
}
