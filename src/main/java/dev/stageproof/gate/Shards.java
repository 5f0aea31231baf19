package dev.stageproof.gate;

import dev.stageproof.engine.ReplayException;
import dev.stageproof.judge.Case;
import dev.stageproof.judge.Judge;
import dev.stageproof.model.RunRecord;
import dev.stageproof.offline.Merging;
import dev.stageproof.offline.UnmergeableException;
import dev.stageproof.spi.TargetType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The use case of {@code merge}: the records of a run's shards as the record of one run. */
public final class Shards {
  private static final String SUFFIX = "-merged";
  private static final int MOST_NAMES = 1000;

  private final Catalog catalog;

  public Shards(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Merges, judges and writes.
   *
   * @throws UsageException when the records are not shards of one run
   * @throws ReportException when a report can't be written
   */
  public Validated merge(List<RunRecord> runs, Delivery delivery, StandardStreams streams)
      throws UsageException, ReportException {
    Publishing publishing = Publishing.prepare(catalog.formats(), delivery);
    RunRecord merged = merged(runs, catalog.targetType());
    return publishing.publish(merged, names(merged.reportId()), streams);
  }

  static RunRecord merged(List<RunRecord> runs, Optional<TargetType<?>> type)
      throws UsageException {
    try {
      RunRecord merged = Merging.of(runs);
      Optional<TargetLooks> looks =
          type.isPresent() ? TargetLooks.of(merged, type.get()) : Optional.empty();
      return looks.map(seen -> judged(merged.withMovement(seen.movement()))).orElse(merged);
    } catch (UnmergeableException e) {
      throw new UsageException(
          "these records are not shards of one run:\n  " + String.join("\n  ", e.reasons()), e);
    } catch (ReplayException e) {
      throw new UsageException(
          "the looks at the target can't be laid beside each other: "
              + e.getMessage()
              + "; merge with the version of stageproof that wrote the records",
          e);
    }
  }

  private static RunRecord judged(RunRecord record) {
    return record.withJudgment(Judge.judge(Case.of(record)));
  }

  private static Stream<String> names(String first) {
    String base = first.replaceFirst(SUFFIX + "(-\\d+)?$", "") + SUFFIX;
    return IntStream.rangeClosed(1, MOST_NAMES).mapToObj(n -> n == 1 ? base : base + "-" + n);
  }
}
