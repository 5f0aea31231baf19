package dev.stageproof.report;

import static dev.stageproof.report.SampleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineSectionTest {
  private static final Instant START = Instant.parse("2025-09-15T12:25:49.120Z");

  @Test
  void tellsWhatWasBeforeTheRunAndWhatTookHowLong() {
    TimelineSection timeline = timeline(lasting("quick", 0, 5), lasting("slow", 2, 700));

    assertThat(timeline.summary()).isEqualTo("2 checks in 3.87 s, up to 2 at once");
    assertThat(timeline.events())
        .extracting(TimelineSection.Event::what)
        .containsExactly(
            "netra-backend-staging-00640-wob deployed", "log window begins", "this run begins");
    assertThat(timeline.bars())
        .extracting(bar -> bar.check().text(), bar -> bar.began(), bar -> bar.took())
        .containsExactly(
            tuple("quick", "12:25:49.120", "5 ms"), tuple("slow", "12:25:49.122", "700 ms"));
    assertThat(timeline.more()).isEmpty();
  }

  @Test
  void chartNamesNothingThatCouldEndANameInMermaid() {
    assertThat(timeline(lasting("a:b, crit\n%%{init}", 0, 5), lasting("c", 9, 0)).chart())
        .isEqualTo(
            """
            gantt
                dateFormat YYYY-MM-DD HH:mm:ss.SSS
                axisFormat %M:%S.%L
                section Checks
                a_b__crit____init_ :done, 2025-09-15 12:25:49.120, 5ms
                c :done, 2025-09-15 12:25:49.129, 1ms\
            """);
  }

  @Test
  void theAxisOfALongRunNamesHours() {
    assertThat(timeline(lasting("a", 0, 5), lasting("b", 5, 30_000)).chart())
        .contains("\n    axisFormat %H:%M:%S\n");
  }

  @Test
  void checksThatFollowOneAnotherAreNotAtOnce() {
    assertThat(timeline(lasting("a", 0, 5), lasting("b", 5, 5), lasting("c", 10, 5)).summary())
        .endsWith("up to 1 at once");
  }

  @Test
  void ofManyChecksTheSlowestAreShown() {
    CheckResult[] checks =
        IntStream.range(0, 60).mapToObj(i -> lasting("c" + i, i, i)).toArray(CheckResult[]::new);
    TimelineSection timeline = timeline(checks);

    assertThat(timeline.bars()).hasSize(40);
    assertThat(timeline.bars().get(0).check().text()).isEqualTo("c20");
    assertThat(timeline.more()).contains("The quickest 20 are left out.");
  }

  @Test
  void oneCheckNeedsNoTimeline() {
    assertThat(
            ReportView.of(of(lasting("only", 0, 5))).sections().stream()
                .filter(TimelineSection.class::isInstance))
        .isEmpty();
  }

  private static TimelineSection timeline(CheckResult... checks) {
    return Views.section(of(checks), TimelineSection.class);
  }

  private static RunRecord of(CheckResult... checks) {
    return Altered.with(SampleRuns.healthy(), "checks", List.of(checks));
  }

  private static CheckResult lasting(String id, long after, long millis) {
    Attempt attempt =
        new Attempt(
            1,
            START.plusMillis(after),
            Duration.ofMillis(millis),
            Evaluation.of("ok", List.of(Assertion.of("x", "x", "x", true))),
            List.of());
    return check(id, "http", id)
        .attempt(Duration.ofMillis(millis), attempt.evaluation())
        .build()
        .withAttempts(List.of(attempt));
  }
}
