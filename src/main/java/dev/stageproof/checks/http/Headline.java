package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Latencies;
import dev.stageproof.checks.requests.TimeText;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.HttpObservation.Sample;
import java.util.List;

/** The answer in one line: "200 in 12 ms", "503, expected 200". */
final class Headline {
  private Headline() {}

  /** Takes the assertions with the status first, as {@link Expect#assess} gives them. */
  static String of(List<Assertion> assertions, List<Sample> samples) {
    Assertion status = assertions.get(0);
    List<Assertion> decisive = decisive(assertions);
    if (decisive.isEmpty()) {
      return answered(status, samples);
    }
    Assertion first = decisive.get(0);
    String more = decisive.size() == 1 ? "" : " (and " + (decisive.size() - 1) + " more)";
    if (first.equals(status)) {
      return status.actual() + ", expected " + status.expected() + more;
    }
    return answered(status, samples)
        + ", but "
        + first.what()
        + ": "
        + first.actual()
        + ", expected "
        + first.expected()
        + more;
  }

  /** Those that make the outcome what it is, unless it is PASS. */
  private static List<Assertion> decisive(List<Assertion> assertions) {
    Outcome outcome = Outcome.all(assertions.stream().map(Assertion::outcome).toList());
    return outcome == Outcome.PASS
        ? List.of()
        : assertions.stream().filter(assertion -> assertion.outcome() == outcome).toList();
  }

  private static String answered(Assertion status, List<Sample> samples) {
    Latencies latencies = Measured.latencies(samples);
    return samples.size() == 1
        ? status.actual() + " in " + TimeText.of(latencies.max())
        : status.actual()
            + ", median "
            + TimeText.of(latencies.median())
            + ", slowest "
            + TimeText.of(latencies.max());
  }
}
