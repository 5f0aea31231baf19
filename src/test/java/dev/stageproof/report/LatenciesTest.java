package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.RunRecord;
import dev.stageproof.observe.HttpObservation;
import dev.stageproof.observe.HttpObservation.Phases;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.report.Chart.Bar;
import dev.stageproof.shape.Trees;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void everyAnswerOfEveryAttemptIsABar() {
    Latencies seen = of(SampleLatencies.sampled()).orElseThrow();

    assertThat(seen.summary()).isEqualTo("5 answers in 2 attempts, 212 ms to 8.04 s");
    assertThat(seen.chart().highest()).isEqualTo("8.04 s");
    assertThat(seen.chart().width()).isEqualTo(48);
    assertThat(seen.chart().bars())
        .containsExactly(
            new Bar("1, attempt 1, status 503", "8.04 s", 0, 0, 8, 100),
            new Bar("2, attempt 1, status 503", "8.02 s", 10, 0, 8, 100),
            new Bar("3, attempt 1, status 200", "212 ms", 20, 97, 8, 3),
            new Bar("4, attempt 2, status 503", "8.03 s", 30, 0, 8, 100),
            new Bar("5, attempt 2, status 503", "900 ms", 40, 88, 8, 12));
  }

  @Test
  void manyAnswersShareBarsAsHighAsTheSlowest() {
    List<Object> answers = new ArrayList<>();
    for (int i = 1; i <= 130; i++) {
      answers.add(SampleLatencies.answer(200, "PT0." + (100 + i) + "S"));
    }
    Latencies seen = of(SampleLatencies.seen(Map.of("e1", answers))).orElseThrow();

    assertThat(seen.summary())
        .isEqualTo(
            "130 answers in 2 attempts, 101 ms to 230 ms; each bar is the slowest of up to 3");
    assertThat(seen.chart().bars()).hasSize(44);
    assertThat(seen.chart().bars().get(1))
        .isEqualTo(new Bar("4, attempt 1, status 200", "106 ms", 10, 53, 8, 47));
    assertThat(seen.chart().bars().get(43).value()).isEqualTo("230 ms");
  }

  @Test
  void whatIsNoAnswerIsLeftOut() {
    List<Object> odd =
        Arrays.asList(
            "text",
            Map.of("status", 200),
            Map.of("phases", Map.of("total", 3)),
            Map.of("phases", Map.of("total", "long")),
            Map.of("phases", Map.of("total", "PT-1S")),
            Map.of("phases", Map.of("total", "PT1S")),
            SampleLatencies.answer(200, "PT0S"));
    Latencies seen = of(SampleLatencies.seen(Map.of("e1", odd))).orElseThrow();

    assertThat(seen.chart().bars())
        .containsExactly(
            new Bar("1, attempt 1", "1 s", 0, 0, 8, 100),
            new Bar("2, attempt 1, status 200", "0 ms", 10, 100, 8, 0));
  }

  @Test
  void oneAnswerIsNoChart() {
    assertThat(of(SampleLatencies.seen(Map.of("e1", List.of(SampleLatencies.answer(1, "PT1S"))))))
        .isEmpty();
    assertThat(of(SampleRuns.unhealthy())).isEmpty();
  }

  /** The report reads the tree that probes' observations are kept as. */
  @Test
  void observationsOfProbesAreRead() {
    Duration none = Duration.ZERO;
    Phases phases = new Phases(none, none, none, none, Duration.ofMillis(1_500));
    Sample sample =
        new Sample(
            Instant.EPOCH, 204, "h2", Map.of(), "", false, List.of(), phases, Optional.empty());
    Map<String, Object> data = Trees.of(new HttpObservation(List.of(sample, sample), List.of()));

    RunRecord run = SampleLatencies.seen(Map.of("e1", (List<?>) data.get("samples")));
    assertThat(of(run).orElseThrow().summary())
        .isEqualTo("2 answers in 2 attempts, 1.5 s to 1.5 s");
  }

  private static Optional<Latencies> of(RunRecord run) {
    return Views.check(run, "health").latencies();
  }
}
