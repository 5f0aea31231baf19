package dev.stageproof.formats.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.Metric;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Unit;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusFormatTest {
  private static final PrometheusFormat FORMAT = new PrometheusFormat();

  private static final Map<String, String> SERVICE =
      Map.of(
          "project", "netra-staging",
          "region", "us-central1",
          "service", "netra-backend-staging");

  @ParameterizedTest
  @EnumSource
  void oneVerdictHoldsAndOneOutcomeOfEachCheck(Goldens.Scenario scenario) throws IOException {
    RunRecord run = scenario.run();
    var families = Exposition.read(Goldens.render(FORMAT, run));

    assertThat(families.get("stageproof_verdict")).hasSize(3);
    families
        .get("stageproof_verdict")
        .forEach(
            (labels, value) ->
                assertThat(value == 1)
                    .isEqualTo(labels.get("verdict").equals(run.judgment().verdict().name())));
    double outcomes =
        families.getOrDefault("stageproof_check_outcome", Map.of()).values().stream()
            .mapToDouble(it -> it)
            .sum();
    assertThat(outcomes).isEqualTo(run.checks().size());
    assertThat(Exposition.names(Goldens.render(FORMAT, run))).isSorted();
  }

  @Test
  void lengthsAndTimesAreInSeconds() throws IOException {
    var families = Exposition.read(Goldens.render(FORMAT, SampleRuns.unhealthy()));

    assertThat(families.get("stageproof_run_duration_seconds")).isEqualTo(Map.of(SERVICE, 41.23));
    assertThat(families.get("stageproof_run_timestamp_seconds"))
        .isEqualTo(Map.of(SERVICE, 1_757_939_191.0));
  }

  @Test
  void waivedFailureDoesNotHoldTheVerdictUp() throws IOException {
    var holding =
        Exposition.read(Goldens.render(FORMAT, SampleRuns.unhealthy()))
            .get("stageproof_check_holds_verdict_up");

    holding.forEach(
        (labels, value) ->
            assertThat(value)
                .as(labels.get("check"))
                .isEqualTo(labels.get("check").matches("health|dup-warnings") ? 1 : 0));
  }

  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileLines#all")
  void hostileTextChangesNoSeries(String payload) throws IOException {
    RunRecord run = SampleRuns.unhealthy();
    var families =
        Exposition.read(
            Goldens.render(FORMAT, Rewrite.strings(run, (key, text) -> text + payload)));
    var plain = Exposition.read(Goldens.render(FORMAT, run));

    assertThat(families.keySet()).isEqualTo(plain.keySet());
    families.forEach(
        (name, samples) ->
            assertThat(samples.values())
                .as(name)
                .containsExactlyInAnyOrderElementsOf(plain.get(name).values()));
  }

  @ParameterizedTest
  @CsvSource({
    "212, MILLISECONDS, 0.212",
    "8.04, SECONDS, 8.04",
    "2, DAYS, 172800",
    "536870912, BYTES, 536870912",
    "99.9, PERCENT, 0.999",
    "7, COUNT, 7",
    "NaN, PERCENT, NaN"
  })
  void valuesAreInBaseUnits(double value, Unit unit, Double base) {
    assertThat(BaseUnit.value(Metric.measured("x", value, unit))).isEqualTo(base);
  }

  @Test
  void equalSeriesAreToldApartAndNoNumberHasPrometheusName() throws IOException {
    Family family = new Family("stageproof_x", "X.");
    family.add(Map.of("a", "1"), Double.POSITIVE_INFINITY);
    family.add(Map.of("a", "1"), Double.NaN);
    StringBuilder out = new StringBuilder();
    family.writeTo(out);

    assertThat(out)
        .hasToString(
            "# HELP stageproof_x X.\n# TYPE stageproof_x gauge\n"
                + "stageproof_x{a=\"1\",nth=\"2\"} NaN\nstageproof_x{a=\"1\"} +Inf\n");
  }

  /** The reader can refuse: each of these breaks one rule. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "# HELP a x\n# TYPE a gauge\na 1",
        "# HELP a x\n# TYPE a gauge\nb 1\n",
        "# HELP a x\n# TYPE a gauge\na 1\na 1\n",
        "# HELP a x\n# TYPE a gauge\na{b=\"c\"d\"} 1\n",
        "# HELP a x\n# TYPE a gauge\na{b=\"\\x\"} 1\n",
        "# HELP a x\n# TYPE a gauge\na{b=\"c\",} 1\n",
        "# HELP a x\n# TYPE a gauge\na one\n",
        "# HELP a x\n# TYPE a gauge\n\na 1\n",
        "# HELP a x\n# TYPE a gauge\na 1\n# HELP a x\n"
      })
  void otherTextIsRefused(String text) {
    assertThatThrownBy(() -> Exposition.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
