package dev.stageproof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.OnNoData;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Severity;
import dev.stageproof.model.Subject;
import dev.stageproof.samples.GrepSettings;
import dev.stageproof.samples.GrepType;
import dev.stageproof.samples.PingSettings;
import dev.stageproof.samples.StatusRange;
import dev.stageproof.spi.Endpoint;
import dev.stageproof.spi.TargetSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {

  @Test
  void bindsEveryPartOfAConfiguration() throws ConfigException {
    RunConfig config = Reading.of(Reading.resource("whole.yaml"));

    assertThat(config.subject().issue()).contains("965");
    assertThat(config.subject().commit()).contains("4be1c07");
    assertThat(config.target().map(TargetSettings::revision)).contains("latest-ready");
    assertThat(config.window().from()).contains(Instant.parse("2026-09-15T08:26:00Z"));
    assertThat(config.window().to()).contains(Instant.parse("2026-09-15T08:47:00.500Z"));
    assertThat(config.claims()).hasSize(1);
    assertThat(config.waivers().get(0).expires()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(config.report().sections()).containsExactly(Section.SUMMARY, Section.NEXT_STEPS);
    assertThat(config.gcp().endpoints().logging()).contains(new Endpoint("127.0.0.1", 8085, true));
    assertThat(config.secrets()).containsExactly("API_TOKEN");
    assertThat(config.run()).isEqualTo(new RunSettings(Duration.ofMinutes(5), 8));
  }

  @Test
  void bindsCommonAndOwnKeysOfAnEntryToTwoRecords() throws ConfigException {
    RunConfig config = Reading.of(Reading.resource("whole.yaml"));

    var common = config.checks().get(0).common();
    assertThat(common.severity()).isEqualTo(Severity.ADVISORY);
    assertThat(common.retry().orElseThrow().budget()).isEqualTo(Duration.ofSeconds(30));
    assertThat(common.onNoData())
        .contains(new OnNoData(OnNoData.Then.PASS, Optional.of("The service sleeps at night.")));
    PingSettings own = (PingSettings) config.checks().get(0).settings();
    assertThat(own.method()).isEqualTo(PingSettings.Method.HEAD_ONLY);
    assertThat(own.headers()).isEqualTo(Map.of("X-Retry", "3", "Accept", "application/json"));
    assertThat(own.share()).isEqualTo(1.0);
    assertThat(own.expect().status()).containsExactly(new StatusRange("2xx"));
    assertThat(own.expect().latency()).contains(Duration.ofMillis(60_500));
    assertThat(config.checks().get(1).settings()).isInstanceOf(GrepSettings.class);
  }

  @Test
  void bindsFreeValuesByTheCoreSchema() throws ConfigException {
    RunConfig config = Reading.of(Reading.resource("whole.yaml"));

    PingSettings own = (PingSettings) config.checks().get(0).settings();
    assertThat(own.expect().json().get(1).equals()).contains(31L);
    assertThat(own.expect().json().get(2).equals())
        .contains(Map.of("a", List.of(1L, 2.5, true, "3")));
  }

  @Test
  void takesDefaultsFromTheRecordsForWhatIsLeftOut() throws ConfigException {
    RunConfig config = Reading.of(Reading.ping());

    assertThat(config.subject()).isEqualTo(Subject.unknown());
    assertThat(config.target()).isEmpty();
    assertThat(config.window().since()).isEmpty();
    assertThat(config.report().sections()).hasSize(Section.values().length);
    assertThat(config.run()).isEqualTo(new RunSettings(Duration.ofMinutes(10), 256));
    PingSettings own = (PingSettings) config.checks().get(0).settings();
    assertThat(own.expect().status()).containsExactly(new StatusRange("200"));
    assertThat(own.bytes()).isEqualTo(65_536);
    assertThat(own.follow()).isTrue();
    assertThat(config.checks().get(0).timeout()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void aliasesStandForWhatTheyName() throws ConfigException {
    RunConfig config =
        Reading.of(Reading.root("notes: &n [one]", "claims: [{text: t, checks: [a]}]"));

    assertThat(config.notes()).containsExactly("one");
  }

  @Test
  void aTypeWhoseKeyEveryCheckHasIsRefused() {
    record Clash(String timeout) {}
    assertThatThrownBy(() -> new ConfigReader(List.of(SampleType.of("x", Clash.class)), n -> null))
        .hasMessage("check type `x` can't have a key `timeout`: every check has it");
  }

  @Test
  void twoTypesOfOneNameAreRefused() {
    assertThatThrownBy(
            () -> new ConfigReader(List.of(new GrepType(), new GrepType()), name -> null))
        .hasMessage("two check types are called `grep`");
  }
}
