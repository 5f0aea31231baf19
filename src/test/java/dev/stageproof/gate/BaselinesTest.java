package dev.stageproof.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.Baseline;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.SampleRuns;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An earlier run as a baseline. */
class BaselinesTest {
  private static final RunRecord RUN = SampleRuns.unhealthy();

  @Test
  void anEarlierRunIsNamedByItsReport() {
    Baseline baseline = Baselines.ofRecord(RUN);

    assertThat(baseline.source()).isEqualTo(Baseline.Source.RECORD);
    assertThat(baseline.name()).isEqualTo(RUN.reportId());
    assertThat(baseline.identity()).isEqualTo(RUN.identity());
    assertThat(baseline.window()).isEqualTo(RUN.window());
    assertThat(baseline.gap()).isEmpty();
  }

  @Test
  void itsEvidenceIsRenamedInTheOrderOfItsChecks() {
    Baseline baseline = Baselines.ofRecord(RUN);

    assertThat(baseline.checks())
        .extracting(CheckResult::id)
        .containsExactlyElementsOf(RUN.checks().stream().map(CheckResult::id).toList());
    assertThat(baseline.checks().get(0).attempts())
        .extracting(Attempt::evidence)
        .containsExactly(List.of("b1"), List.of("b2"));
    assertThat(baseline.checks().get(1).attempts())
        .extracting(Attempt::evidence)
        .containsExactly(List.of("b3"));
  }

  @Test
  void eachNameStillPointsToTheSameObservation() {
    Baseline baseline = Baselines.ofRecord(RUN);

    assertThat(baseline.evidence())
        .filteredOn(item -> item.id().equals("b3"))
        .extracting(Evidence::kind)
        .containsExactly("log-read");
    Set<String> named =
        baseline.checks().stream()
            .flatMap(check -> check.attempts().stream())
            .flatMap(attempt -> attempt.evidence().stream())
            .collect(Collectors.toSet());
    assertThat(baseline.evidence()).extracting(Evidence::id).containsAll(named);
  }

  @Test
  void whatNoCheckRestsOnIsLeftOut() {
    RunRecord healthy = SampleRuns.healthy();
    List<String> used =
        healthy.checks().stream()
            .flatMap(check -> check.attempts().stream())
            .flatMap(attempt -> attempt.evidence().stream())
            .distinct()
            .toList();

    assertThat(Baselines.ofRecord(healthy).evidence()).hasSameSizeAs(used);
    assertThat(Baselines.ofRecord(SampleRuns.empty()).evidence()).isEmpty();
  }

  @Test
  void aRunWithoutChecksIsNothingToCompareWith() {
    assertThat(Baselines.ofRecord(SampleRuns.empty()).gap().orElseThrow().reason())
        .isEqualTo(GapReason.NOT_FOUND);
  }
}
