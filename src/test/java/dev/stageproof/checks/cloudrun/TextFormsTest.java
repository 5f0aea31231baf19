package dev.stageproof.checks.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Env;
import dev.stageproof.checks.cloudrun.CloudRunSettings.Memory;
import dev.stageproof.checks.cloudrun.CloudRunSettings.Traffic;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.TextForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormsTest {

  @ParameterizedTest
  @CsvSource({
    "512Mi, 536870912",
    "1Gi, 1073741824",
    "4Ki, 4096",
    "500M, 500000000",
    "2G, 2000000000",
    "3K, 3000"
  })
  void sizesAreReadAndWrittenBack(String text, long bytes) {
    assertThat(DataSize.parse(text).bytes()).isEqualTo(bytes);
    assertThat(DataSize.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"512", "512MB", "-1Mi", "1.5Gi", "Mi", ""})
  void otherSizesAreRefused(String text) {
    assertThatThrownBy(() -> DataSize.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`" + text + "` is not a size with its unit, such as 512Mi, 1Gi or 500M");
  }

  @Test
  void cloudRunsOwnLimitsMayBeBareBytes() {
    assertThat(DataSize.ofLimit("536870912")).contains(DataSize.parse("512Mi"));
    assertThat(DataSize.ofLimit("512k")).contains(DataSize.parse("512K"));
    assertThat(DataSize.ofLimit("much")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1000m, 1000, 1", "1, 1000, 1", "0.5, 500, 500m", "250m, 250, 250m"})
  void amountsOfCpuAreReadAndWrittenBack(String text, long thousandths, String written) {
    assertThat(CpuAmount.parse(text).thousandths()).isEqualTo(thousandths);
    assertThat(CpuAmount.parse(text)).hasToString(written);
    assertThat(CpuAmount.parse(written)).isEqualTo(CpuAmount.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "1.5m", "-1", ""})
  void otherAmountsOfCpuAreRefused(String text) {
    assertThatThrownBy(() -> CpuAmount.parse(text))
        .hasMessage("`" + text + "` is not an amount of CPU, such as 1000m, 1 or 0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, 3, 3",
    "1..10, 1, 10, 1 to 10",
    "1.., 1, 2147483647, at least 1",
    "0..10, 0, 10, at most 10"
  })
  void rangesAreReadAndWrittenBack(String text, int min, int max, String words) {
    CountRange range = CountRange.parse(text);

    assertThat(range).isEqualTo(new CountRange(min, max)).hasToString(text);
    assertThat(range.words()).isEqualTo(words);
  }

  @Test
  void aRangeMayHaveAnUpperEndOnly() {
    assertThat(CountRange.parse("..10")).isEqualTo(new CountRange(0, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "..", "", "1-10", "-3"})
  void otherRangesAreRefused(String text) {
    assertThatThrownBy(() -> CountRange.parse(text))
        .hasMessage(
            "`" + text + "` is neither a number such as 3 nor a range such as 1..10, 1.. or ..10");
  }

  @Test
  void aRangeUpsideDownIsRefused() {
    assertThatThrownBy(() -> CountRange.parse("5..3")).hasMessage("the range 5..3 is upside down");
  }

  @Test
  void everyFormMatchesThePatternOfItsSchema() {
    assertMatches(DataSize.class, "512Mi");
    assertMatches(CpuAmount.class, "0.5");
    assertMatches(CountRange.class, "1..");
    assertMatches(CountRange.class, "..10");
    assertMatches(DigestRule.class, "resolved");
    assertMatches(DigestRule.class, Deployments.DIGEST);
  }

  private static void assertMatches(Class<?> type, String text) {
    assertThat(text).matches(type.getAnnotation(TextForm.class).pattern());
  }

  @Test
  void aDigestIsResolvedOrExact() {
    assertThat(DigestRule.parse("resolved").exact()).isEmpty();
    assertThat(DigestRule.parse(Deployments.DIGEST)).hasToString(Deployments.DIGEST);
    assertThatThrownBy(() -> DigestRule.parse("sha256:12"))
        .hasMessage("`sha256:12` is neither `resolved` nor sha256: and 64 hexadecimal digits");
  }

  @ParameterizedTest
  @CsvSource({
    "PT9S, 9 s",
    "PT2M29S, 2 min 29 s",
    "PT21M, 21 min",
    "PT1H30M, 1 h 30 min",
    "PT51H, 2 d 3 h",
    "PT-5S, -5 s"
  })
  void agesAreSaidInTheirTwoLargestUnits(Duration age, String words) {
    assertThat(Ages.words(age)).isEqualTo(words);
  }

  @Test
  void boundsThatMakeNoSenseAreRefused() {
    Optional<DataSize> small = Optional.of(DataSize.parse("1Mi"));
    Optional<DataSize> large = Optional.of(DataSize.parse("1Gi"));

    assertThatThrownBy(() -> new Memory(Optional.empty(), Optional.empty()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("give `min`, `max` or both");
    assertThatThrownBy(() -> new Memory(large, small)).hasMessage("`max` is below `min`");
    assertThatThrownBy(() -> new Traffic(Optional.of(101))).hasMessage("`min-percent` is 0 to 100");
    assertThatThrownBy(
            () -> new Env(List.of("A"), List.of("A"), Optional.empty(), Optional.empty()))
        .hasMessage("`A` is both required and forbidden");
    assertThatThrownBy(
            () ->
                new Env(List.of(), List.of("A"), Optional.of(List.of("A", "B")), Optional.empty()))
        .hasMessage("`A` is both listed in `exactly` and forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwt-key", "jwt-key:7", "jwt-key:latest", "projects/p/secrets/a:12"})
  void aSecretIsReadBackAsWritten(String text) {
    assertThat(SecretRule.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:", "a:0", "a:newest", "a b", "projects/p/a"})
  void anythingElseIsNoSecret(String text) {
    assertThatThrownBy(() -> SecretRule.parse(text))
        .hasMessage("`" + text + "` is not a secret such as jwt-secret-key:7 or jwt-secret-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"required", "none", "tcp", "grpc", "http", "http /health?deep=1"})
  void aProbeIsReadBackAsWritten(String text) {
    assertThat(ProbeRule.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP", "http health", "tcp 8080", "any"})
  void anythingElseIsNoProbe(String text) {
    assertThatThrownBy(() -> ProbeRule.parse(text))
        .hasMessage(
            "`" + text + "` is none of `required`, `none`, `tcp`, `grpc`, `http` and `http /path`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10%", "0%", "2.5%"})
  void aShareIsReadBackAsWritten(String text) {
    assertThat(Growth.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "-1%", "10 %", "1.234%"})
  void anythingElseIsNoShare(String text) {
    assertThatThrownBy(() -> Growth.parse(text))
        .hasMessage("`" + text + "` is not a share such as 10% or 2.5%");
  }

  @Test
  void aGrowthOfJustAsMuchIsAllowed() {
    assertThat(Growth.parse("10%").allows(1000, 1100)).isTrue();
    assertThat(Growth.parse("10%").allows(1000, 1101)).isFalse();
    assertThat(Growth.parse("0%").allows(1000, 900)).isTrue();
  }
}
