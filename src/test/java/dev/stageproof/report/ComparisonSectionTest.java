package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.RunRecord;
import dev.stageproof.report.ComparisonSection.Drift;
import dev.stageproof.report.ComparisonSection.Open;
import dev.stageproof.report.ComparisonSection.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonSectionTest {
  private static final RunRecord BESIDE = SampleBaselines.beside();

  @Test
  void theHeadingNamesTheBaseline() {
    assertThat(section(BESIDE).heading())
        .isEqualTo("Compared with netra-backend-staging-00640-wob");
  }

  @Test
  void aRunWithoutABaselineHasNoComparison() {
    assertThat(ReportView.of(SampleRuns.unhealthy()).sections())
        .noneMatch(ComparisonSection.class::isInstance);
  }

  @Test
  void failuresAndWhatWasMendedComeFirstNewOnesBeforeAll() {
    assertThat(section(BESIDE).rows())
        .extracting(row -> row.check().text() + " " + row.finding())
        .containsExactly("no-warnings new", "health pre-existing", "id-manager fixed");
  }

  @Test
  void aRowShowsBothAnswersWithTheirEvidence() {
    Row health = section(BESIDE).rows().get(1);

    assertThat(health.before().outcome()).isEqualTo("FAIL");
    assertThat(health.before().headline()).isEqualTo("503, expected 200");
    assertThat(health.before().evidence().shown())
        .containsExactly(new Link("b2", Optional.of("evidence")));
    assertThat(health.now().evidence().shown())
        .containsExactly(new Link("e3", Optional.of("evidence")));
  }

  @Test
  void everyKindIsCounted() {
    assertThat(section(BESIDE).tally())
        .contains(
            "The same checks on both, one attempt each on the baseline: 1 new, 1 pre-existing,"
                + " 1 fixed, 1 unchanged, 3 not compared");
  }

  @Test
  void whatCanNotBeComparedSaysWhyOnce() {
    assertThat(section(BESIDE).open())
        .extracting(Open::because)
        .containsExactly("it is not settled in this run.");
    assertThat(section(BESIDE).open().get(0).checks().shown()).hasSize(3);
  }

  @Test
  void whatIsNotThereIsNotSet() {
    assertThat(section(BESIDE).drift())
        .contains(new Drift("environment variable OTEL_ENDPOINT", "not set", "a value | set"));
  }

  @Test
  void nothingToCompareWithIsToldPlainly() {
    ComparisonSection section = section(SampleBaselines.missing());

    assertThat(section.gap())
        .contains(
            "no revision before netra-backend-staging-00641-kip was found;"
                + " name a revision or a stored record with --baseline.");
    assertThat(section.tally()).isEmpty();
    assertThat(section.driftNote()).isEmpty();
  }

  @Test
  void theFirstScreenNamesTheBaseline() {
    assertThat(ReportView.of(BESIDE).facts())
        .contains(
            Fact.code(
                "Baseline",
                "netra-backend-staging-00640-wob",
                "the revision before · log window 2025-09-15 12:02:11–12:24:02 UTC, 21 min 51 s"))
        .noneMatch(fact -> fact.name().equals("Previous revision"));
    assertThat(ReportView.of(SampleBaselines.missing()).facts())
        .contains(
            Fact.code(
                "Baseline",
                "the previous revision",
                "⚠️ not compared: no revision before netra-backend-staging-00641-kip was found"));
  }

  @Test
  void aFailureSaysWhetherItIsNew() {
    assertThat(notes("health")).containsExactly("pre-existing");
    assertThat(notes("no-warnings")).contains("new");
    assertThat(notes("id-manager")).doesNotContain("fixed");
  }

  @Test
  void theWayBackSaysWhatFailsThere() {
    assertThat(Views.section(BESIDE, RecommendationSection.class).rollback().orElseThrow().known())
        .isEqualTo("which fails health, id-manager itself");
  }

  @Test
  void evidenceOfTheBaselineIsListedWithTheChecksThatRestOnIt() {
    List<EvidenceSection.Row> rows = Views.section(BESIDE, EvidenceSection.class).rows();

    assertThat(rows).extracting(EvidenceSection.Row::id).contains("e1", "b1", "b2", "b3");
    EvidenceSection.Row b2 = rows.stream().filter(row -> row.id().equals("b2")).findFirst().get();
    assertThat(b2.checks().shown()).extracting(Link::text).containsExactly("health");
  }

  @Test
  void evidenceOfAnotherDayTellsTheDay() {
    RunRecord record = SampleBaselines.besideRecord();

    assertThat(Views.section(record, EvidenceSection.class).rows())
        .filteredOn(row -> row.id().equals("b1"))
        .extracting(EvidenceSection.Row::seen)
        .containsExactly("2025-09-14 09:00:02.000, 41 ms");
    assertThat(section(record).baseline())
        .isEqualTo(
            Fact.code(
                "Run",
                "staging-validation-889-20250914-0900",
                "an earlier run of netra-backend-staging-00641-kip"
                    + " · deployed 2025-09-15 12:24:02 UTC"));
    assertThat(section(record).tally().orElseThrow()).startsWith("The checks of both runs: 0 new");
    assertThat(section(record).driftNote())
        .contains("How they are configured is not known of both, so that is not compared.");
  }

  private static List<String> notes(String check) {
    return Views.section(BESIDE, MetricsSection.class).rows().stream()
        .filter(row -> row.metric().anchor().equals(Optional.of(check)))
        .findFirst()
        .orElseThrow()
        .status()
        .notes();
  }

  private static ComparisonSection section(RunRecord run) {
    return Views.section(run, ComparisonSection.class);
  }
}
