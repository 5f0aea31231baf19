package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Confidence;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.RunRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RiskTest {
  private static final RunRecord PASSED = passed();

  @Test
  void followsFromTheVerdict() {
    assertThat(Risk.of(SampleRuns.unhealthy()))
        .isEqualTo(new Risk("HIGH", "a blocking check failed"));
    assertThat(Risk.of(SampleRuns.inconclusive()))
        .isEqualTo(new Risk("UNKNOWN", "too little was seen to tell"));
    assertThat(Risk.of(PASSED))
        .isEqualTo(new Risk("LOW", "every check passed, and the confidence is HIGH"));
  }

  @Test
  void aPassIsNoLowRiskWhenSomethingSpeaksAgainstIt() {
    CheckResult failed = Altered.with(PASSED.checks().get(0), "outcome", Outcome.FAIL);
    Remark remark = new Remark(Remark.Kind.CONTRADICTION, "two looks differ", Optional.empty());

    assertThat(Risk.of(with("confidence", new Confidence(Confidence.Level.MEDIUM, List.of()))))
        .isEqualTo(new Risk("MEDIUM", "the confidence is MEDIUM"));
    assertThat(Risk.of(Altered.with(PASSED, "checks", List.of(failed))))
        .isEqualTo(new Risk("MEDIUM", "1 advisory check did not pass"));
    assertThat(Risk.of(with("remarks", List.of(remark))))
        .isEqualTo(new Risk("MEDIUM", "observations qualify the pass"));
  }

  private static RunRecord with(String component, Object value) {
    return Altered.with(PASSED, "judgment", Altered.with(PASSED.judgment(), component, value));
  }

  private static RunRecord passed() {
    RunRecord run = SampleRuns.healthy();
    Judgment judgment = Altered.with(run.judgment(), "remarks", List.of());
    List<CheckResult> checks =
        run.checks().stream().filter(check -> check.outcome() == Outcome.PASS).toList();
    return Altered.with(Altered.with(run, "judgment", judgment), "checks", checks);
  }
}
