package dev.stageproof.checks.requests;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How fast the answers have to be. */
@Doc(
    "How fast the answers have to be, from the start of the request (connection and redirects"
        + " included) to the last byte of the answer.")
public record LatencyExpectation(
    @Doc(value = "The longest that any answer may take.", example = "1s") Optional<Duration> max,
    @Doc(
            value =
                "The longest that 95 % of the answers may take, by nearest rank: the smallest"
                    + " measured value that at least 95 % of the samples do not exceed. With fewer"
                    + " than 20 samples that is the slowest one.",
            example = "500ms")
        Optional<Duration> p95) {

  public LatencyExpectation {
    requirePositive("max", max);
    requirePositive("p95", p95);
  }

  private static void requirePositive(String key, Optional<Duration> bound) {
    if (bound.filter(length -> length.isZero() || length.isNegative()).isPresent()) {
      throw new InvalidSetting(key, "`" + key + "` must be longer than nothing");
    }
  }

  /** Compares with each bound that is set. */
  public List<Assertion> assess(Latencies seen) {
    List<Assertion> all = new ArrayList<>();
    max.ifPresent(bound -> all.add(compare("latency", bound, seen.max(), slowest(seen))));
    p95.ifPresent(bound -> all.add(compare("latency p95", bound, seen.p95(), rank(seen))));
    return all;
  }

  private static Assertion compare(String what, Duration bound, Duration actual, String how) {
    return Assertion.of(what, atMost(bound), TimeText.of(actual) + how, within(actual, bound));
  }

  private static String slowest(Latencies seen) {
    return seen.count() == 1 ? "" : " (the slowest of " + seen.count() + " samples)";
  }

  private static String rank(Latencies seen) {
    return seen.p95Rank() == seen.count()
        ? slowest(seen)
        : " (rank " + seen.p95Rank() + " of " + seen.count() + " samples)";
  }

  static String atMost(Duration bound) {
    return "at most " + TimeText.of(bound);
  }

  static boolean within(Duration actual, Duration bound) {
    return actual.compareTo(bound) <= 0;
  }
}
