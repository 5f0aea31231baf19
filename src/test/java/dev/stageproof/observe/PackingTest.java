package dev.stageproof.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackingTest {

  private static String filter(List<Integer> lengths) {
    return "x".repeat(100 + lengths.stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void everyAlternativeStandsInOneGroupInOrderAndNoFilterIsTooLong() {
    qt().forAll(lists().of(integers().between(0, 9_000)).ofSizeBetween(1, 40))
        .checkAssert(
            lengths -> {
              List<List<Integer>> groups = Packing.packed(lengths, PackingTest::filter);
              assertThat(groups.stream().flatMap(List::stream).toList()).isEqualTo(lengths);
              assertThat(groups)
                  .allSatisfy(
                      group ->
                          assertThat(filter(group)).hasSizeLessThanOrEqualTo(LogFilter.LONGEST));
            });
  }

  @Test
  void oneThatIsTooLongStandsAlone() {
    assertThat(Packing.packed(List.of(1, 20_000, 2), PackingTest::filter))
        .containsExactly(List.of(1), List.of(20_000), List.of(2));
  }
}
