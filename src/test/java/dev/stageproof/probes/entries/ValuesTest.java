package dev.stageproof.probes.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stageproof.observe.LogReadObservation.Distribution;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @Test
  void nothingHasNoDistribution() {
    assertThat(new Values().distribution()).isEmpty();
  }

  @Test
  void oneValueIsEverything() {
    assertThat(of(19)).isEqualTo(new Distribution(1, 19, 19, 19, 19, 19, 19, 19));
  }

  @Test
  void percentilesAreByNearestRank() {
    assertThat(of(50, 15, 20, 40, 35)).isEqualTo(new Distribution(5, 15, 50, 32, 35, 50, 50, 50));
  }

  @Test
  void negativeZeroIsZero() {
    assertThat(of(-0.0).min()).isEqualTo(0.0);
    assertThat(Double.doubleToRawLongBits(of(-0.0).p50())).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 99, 100, 101, 65_536, 65_537, 300_000})
  void manyDistinctValuesAreExact(int count) {
    Random random = new Random(count);
    assertExact(count, () -> random.nextGaussian() * 1000);
  }

  @Test
  void manyEqualValuesAreExact() {
    Random random = new Random(7);
    assertExact(500_000, () -> random.nextInt(50));
  }

  private static void assertExact(int count, DoubleSupplier source) {
    double[] all = new double[count];
    Arrays.setAll(all, i -> source.getAsDouble());
    Distribution seen = of(all);
    Arrays.sort(all);

    assertThat(seen.count()).isEqualTo(count);
    assertThat(seen.min()).isEqualTo(all[0]);
    assertThat(seen.max()).isEqualTo(all[count - 1]);
    assertThat(seen.mean()).isCloseTo(Arrays.stream(all).average().orElseThrow(), within(1e-6));
    assertThat(seen.p50()).isEqualTo(all[(int) Math.ceil(count * 0.5) - 1]);
    assertThat(seen.p90()).isEqualTo(all[(int) Math.ceil(count * 90 / 100.0) - 1]);
    assertThat(seen.p99()).isEqualTo(all[(int) Math.ceil(count * 99 / 100.0) - 1]);
  }

  @Test
  void moreDistinctValuesThanTheTableHoldsAreCloseBy() {
    int count = Values.MOST_DISTINCT * 2;
    Values values = new Values();
    for (int i = 1; i <= count; i++) {
      values.add(i);
    }
    Distribution seen = values.distribution().orElseThrow();

    assertThat(seen.count()).isEqualTo(count);
    assertThat(seen.max()).isEqualTo(count);
    assertThat(seen.p50()).isCloseTo(count * 0.5, within(count * 0.5 * 0.001));
    assertThat(seen.p99()).isCloseTo(count * 0.99, within(count * 0.99 * 0.001));
  }

  private static Distribution of(double... all) {
    Values values = new Values();
    for (double value : all) {
      values.add(value);
    }
    return values.distribution().orElseThrow();
  }
}
